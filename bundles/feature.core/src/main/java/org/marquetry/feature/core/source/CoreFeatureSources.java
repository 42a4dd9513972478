package org.marquetry.feature.core.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.feature.api.AvailableFeature;
import org.marquetry.feature.api.AvailableFeatures;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.FeatureRepository;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.feature.api.FeatureTrust;
import org.marquetry.feature.api.TrustedKey;
import org.marquetry.feature.core.source.Sources.Opened;
import org.marquetry.feature.core.source.Trust.Pinned;
import org.marquetry.feature.core.source.Trust.Revoked;
import org.marquetry.lib.feature.InvalidValue;
import org.marquetry.lib.feature.PublisherKey;
import org.marquetry.lib.feature.RepositoryIndex;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trust and repositories, each change noted.
@Provider("core")
@Component
public final class CoreFeatureSources implements FeatureSources {
  private static final Logger log = LoggerFactory.getLogger(CoreFeatureSources.class);

  private final Sources sources;
  private final TrustFile trust;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Audit audit; // a command that runs once has none

  @Activate
  public CoreFeatureSources(@Reference Sources sources) {
    this.sources = sources;
    this.trust = sources.trust();
  }

  @Override
  public FeatureTrust trust() {
    Trust now = trust.read();
    TreeSet<String> ids = new TreeSet<>(now.keys().keySet());
    ids.addAll(now.revoked().keySet());
    return new FeatureTrust(
        ids.stream().map(id -> key(now, id)).toList(), sources.unsigned(), now.remote());
  }

  private static TrustedKey key(Trust trust, String id) {
    Pinned pinned = trust.keys().get(id);
    Revoked revoked = trust.revoked().get(id);
    String since = revoked != null ? revoked.at() : pinned != null ? pinned.at() : "";
    String reason = revoked == null ? "" : revoked.reason();
    return pinned == null
        ? new TrustedKey(id, "", "", false, since, reason)
        : new TrustedKey(id, pinned.name(), pinned.key().text(), pinned.suite(), since, reason);
  }

  @Override
  public TrustedKey pin(String publicKey, String name, boolean suite) {
    Pinned pinned = pinned(publicKey, name, suite);
    PublisherKey key = pinned.key();
    Trust after =
        trust.change(t -> {
          if (!t.revoked().containsKey(key.id())) return t.pin(pinned);
          throw Refusal.conflict(
              "密钥 " + key.id() + " 已被吊销；它的发布者须制作新的密钥",
              "the key " + key.id() + " was revoked; its publisher must make a new one");
        });
    note("feature.trust", "key/" + key.id(), Map.of("name", name, "suite", "" + suite));
    return key(after, key.id());
  }

  private Pinned pinned(String publicKey, String name, boolean suite) {
    try {
      PublisherKey key = new PublisherKey(publicKey);
      return new Pinned(key, RepositoryIndex.checkPublisher(name.strip()), suite, sources.now());
    } catch (InvalidValue e) {
      throw new Rejected(Refusal.words(e), e);
    }
  }

  @Override
  public void revoke(String key, String reason) {
    String why = reason.strip();
    if (!key.matches("[0-9a-f]{16}") || why.isEmpty() || why.length() > 200) {
      throw new Rejected(
          new Words(
              "密钥编号为 16 位十六进制数字，原因为 1 到 200 个字符，实际为“" + key + "”和 " + why.length() + " 个字符",
              "a key's id has 16 hexadecimal digits and the reason 1 to 200 characters, got \""
                  + key
                  + "\" and "
                  + why.length()
                  + " characters"));
    }
    trust.change(
        t -> t.revoked().containsKey(key) ? t : t.revoke(key, new Revoked(why, sources.now())));
    note("feature.revoke", "key/" + key, Map.of("reason", why));
  }

  @Override
  public void allowUnsigned(boolean allowed) {
    trust.change(t -> t.allowUnsigned(allowed));
    if (allowed) log.warn("features that nobody signed may be installed now");
    note("feature.allowUnsigned", "features/all", Map.of("allowed", "" + allowed));
  }

  @Override
  public void allowRemote(boolean allowed) {
    trust.change(t -> t.allowRemote(allowed));
    note("feature.allowRemote", "features/all", Map.of("allowed", "" + allowed));
  }

  @Override
  public List<FeatureRepository> repositories() {
    Trust now = trust.read();
    return now.repositories().keySet().stream().map(name -> repository(now, name)).toList();
  }

  private static FeatureRepository repository(Trust trust, String name) {
    String address = String.valueOf(trust.repositories().get(name));
    long seen =
        trust.seen().entrySet().stream()
            .filter(e -> e.getKey().endsWith(" " + name))
            .mapToLong(e -> e.getValue().version())
            .max()
            .orElse(0);
    return new FeatureRepository(name, address, address.contains("://"), seen);
  }

  @Override
  public FeatureRepository add(String name, String address) {
    String checked = Address.checked(name, address);
    Trust after =
        trust.change(t -> {
          String there = t.repositories().get(name);
          if (there == null || there.equals(checked)) {
            return t.repositories(all -> {
              all.put(name, checked);
              return all;
            });
          }
          throw Refusal.conflict(
              "软件库 " + name + " 位于 " + there + "；请先移除它，或给新的另取名称",
              "the repository "
                  + name
                  + " is at "
                  + there
                  + "; remove it first, or name this otherwise");
        });
    note("feature.addRepository", "repository/" + name, Map.of("address", checked));
    return repository(after, name);
  }

  @Override
  public void remove(String name) {
    trust.change(t -> {
      if (!t.repositories().containsKey(name)) {
        throw new FeatureException(
            Reason.NOT_FOUND,
            new Words(
                "没有软件库“" + name + "”；现有的有 " + t.repositories().keySet(),
                "there is no repository \"" + name + "\"; there are " + t.repositories().keySet()));
      }
      return t.repositories(all -> {
        all.remove(name);
        return all;
      });
    });
    note("feature.removeRepository", "repository/" + name, Map.of());
  }

  @Override
  public AvailableFeatures available() {
    try (Opened all = sources.repositories("")) {
      List<Words> problems = new ArrayList<>(all.problems());
      List<Candidate> found = all.offered(problems);
      return new AvailableFeatures(
          found.stream()
              .map(CoreFeatureSources::told)
              .sorted(
                  Comparator.comparing(AvailableFeature::name)
                      .thenComparing(AvailableFeature::version, VersionOrder.NEWEST_LAST.reversed())
                      .thenComparing(AvailableFeature::repository))
              .toList(),
          problems);
    }
  }

  private static AvailableFeature told(Candidate candidate) {
    var feature = candidate.feature();
    Origin origin = candidate.from().origin();
    return new AvailableFeature(
        feature.name(),
        feature.id().version(),
        feature.title(),
        feature.description(),
        feature.vendor(),
        feature.licence(),
        origin.publisher(),
        origin.repository(),
        AskedPowers.of(feature.powers()),
        candidate.size());
  }

  @Override
  public String upload(InputStream zip) {
    Path file = sources.uploads().take(zip);
    String name = String.valueOf(file.getFileName());
    note("feature.upload", "file/" + name, Map.of());
    return file.toString();
  }

  @Override
  public List<String> export(List<String> names, Path file) {
    try (Opened all = sources.repositories("")) {
      List<Candidate> wanted = sources.withNeeded(all, names);
      Export.write(wanted, file);
      return wanted.stream()
          .map(c -> c.feature().name() + " " + c.feature().id().version())
          .toList();
    }
  }

  private void note(String action, String object, Map<String, String> details) {
    Audit there = audit;
    if (there != null) there.note(new Audit.Act(action, object, new LinkedHashMap<>(details)));
    else log.info("{} {} {}", action, object, details);
  }
}
