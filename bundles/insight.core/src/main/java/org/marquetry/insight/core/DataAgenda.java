package org.marquetry.insight.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.Quality;
import org.marquetry.data.api.Sources;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// Feeds with an alert, rules of the data's quality that are bad, and what to try first.
@Provider("data")
@Component
public final class DataAgenda implements AgendaSource {
  private final Instant began;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Sources sources;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Quality quality;

  @Activate
  public DataAgenda(@Reference InstantSource clock) {
    began = clock.instant(); // an idea that stays is the same at each call
  }

  @Override
  public String name() {
    return "data";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    List<AgendaItem> items = new ArrayList<>();
    Sources feeds = sources;
    if (feeds != null) {
      feeds.alerts().forEach(alert -> items.add(item(alert)));
    }
    Quality rules = quality;
    if (rules != null) {
      bad(rules.rules()).ifPresent(items::add);
    }
    items.add(
        AgendaItem.builder(
                Kind.IDEA,
                "idea/segment",
                began,
                new Words(
                    "看看谁只买过一次就没有再来：新建一个细分",
                    "See who bought once and did not come back: make a segment"))
            .act(new Words("打开细分", "To the segments"), "segments")
            .permission("profile.read")
            .build());
    return items;
  }

  static AgendaItem item(Sources.Alert alert) {
    return AgendaItem.builder(Kind.WRONG, "source/" + alert.source(), alert.since(), words(alert))
        .why(alert.words())
        .act(
            alert.trouble() == Sources.Trouble.OTHER_COLUMNS
                ? new Words("查看新旧列", "Look at the columns")
                : new Words("打开数据来源", "To the source"),
            address(alert))
        .permission("data.read")
        .build();
  }

  private static String address(Sources.Alert alert) {
    String source = "sources/" + alert.source();
    return alert.trouble() == Sources.Trouble.OTHER_COLUMNS ? source + "/columns" : source;
  }

  private static Words words(Sources.Alert alert) {
    String name = alert.name();
    return switch (alert.trouble()) {
      case LATE ->
          new Words("数据来源“" + name + "”没有按时带来新数据", "“" + name + "” brought nothing new in time");
      case HALVED ->
          new Words(
              "数据来源“" + name + "”的行数不到平常的一半",
              "“" + name + "” brought less than half of its usual rows");
      case OTHER_COLUMNS ->
          new Words(
              "数据来源“" + name + "”的列变了，等待确认",
              "“" + name + "” brings other columns and waits for a look");
      case FAILED -> new Words("数据来源“" + name + "”读取失败", "“" + name + "” could not be read");
    };
  }

  /// One item for all rules that are bad.
  static Optional<AgendaItem> bad(List<Quality.Rule> rules) {
    List<Quality.Rule> bad = rules.stream().filter(r -> r.state() == Quality.State.BAD).toList();
    return bad.stream()
        .flatMap(r -> r.measuredAt().stream())
        .max(Instant::compareTo)
        .map(at ->
            AgendaItem.builder(
                    Kind.WAITS,
                    "quality/bad",
                    at,
                    new Words(
                        bad.size() + " 条数据质量规则为“差”",
                        bad.size() == 1
                            ? "1 rule of the data’s quality is bad"
                            : bad.size() + " rules of the data’s quality are bad"))
                .why(
                    new Words(
                        "画像和指标都以这些数据为依据；可以修正，也可以注明原因后静默某条规则。",
                        "Profiles and figures rest on these rows: have them mended, or silence a rule"
                            + " with a reason."))
                .act(new Words("查看数据质量", "Look at the quality"), "quality")
                .permission("data.read")
                .build());
  }
}
