package org.marquetry.campaign.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.marquetry.access.api.Audit;
import org.marquetry.campaign.api.SeedList;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps the seed list.
@Provider("stored")
@Component
public final class StoredSeedList implements SeedList {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");

  private final SeedTable table;
  private final Audit audit;

  @Activate
  public StoredSeedList(@Reference RuleTable rules, @Reference Audit audit) {
    this.table = rules.seeds();
    this.audit = audit;
  }

  @Override
  public List<String> addresses() {
    return table.addresses();
  }

  @Override
  public List<String> change(List<String> addresses) {
    TreeSet<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String address : addresses) {
      String plain = address.strip();
      if (!ADDRESS.matcher(plain).matches() || plain.length() > MAX_ADDRESS) {
        throw new Rejected(
            new Words(
                "“" + plain + "”不是邮件地址；请写成 name@example.com",
                "\"" + plain + "\" is no mail address; write it as name@example.com"));
      }
      all.add(plain);
    }
    if (all.size() > MAX_SEEDS) {
      throw new Rejected(
          new Words(
              "测试名单最多 " + MAX_SEEDS + " 个地址，现在有 " + all.size() + " 个",
              "the seed list holds at most " + MAX_SEEDS + " addresses, got " + all.size()));
    }
    table.replace(all);
    audit.note(
        new Audit.Act(
            "campaign.seeds", "seedList/all", Map.of("addresses", Integer.toString(all.size()))));
    return addresses();
  }
}
