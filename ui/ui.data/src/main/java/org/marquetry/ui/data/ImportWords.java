package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Problem;
import org.marquetry.ui.api.Formats;

/// Words of the importer in the user's language.
record ImportWords(Component page, Formats formats) {
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.6;
  private static final long KILO = 1024;

  String text(String key, Object... values) {
    return page.getTranslation(key, values);
  }

  /// A text of this bundle, or what the importer says when it has a word that is not known here.
  private String known(String key, String otherwise) {
    String text = page.getTranslation(key);
    return text.equals(key) || text.startsWith("!") ? otherwise : text;
  }

  String role(String role) {
    return known("data.role." + key(role), role);
  }

  String meaning(String meaning) {
    return known("data.meaning." + key(meaning), meaning);
  }

  String reason(String code, String english) {
    return known("data.reason." + code, english);
  }

  /// What is wrong with a file.
  String what(Problem problem) {
    return problem.what().in(formats.locale());
  }

  /// What to do about it, the same for all cases of a code.
  String remedy(Problem problem) {
    return problem.remedy().in(formats.locale());
  }

  private static String key(String word) {
    return word.replace(' ', '-');
  }

  String confidence(double confidence) {
    String word = confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "unsure";
    return text("data.confidence." + word, formats.percent(confidence));
  }

  boolean isUnsure(double confidence) {
    return confidence < LIKELY;
  }

  Span state(ImportState state) {
    Span chip = new Span(text("data.state." + state.name().toLowerCase(Locale.ROOT)));
    chip.addClassNames(
        "mq-chip",
        switch (state) {
          case FAILED -> "mq-odd";
          case LOADED -> "mq-strong";
          default -> "mq-soft";
        });
    return chip;
  }

  /// What kind of file it is, on one line.
  String format(ImportProposal proposal) {
    String first = proposal.format().split(",", -1)[0];
    Stream<String> parts =
        proposal.delimiter().isEmpty()
            ? Stream.of(known("data.format." + key(first), first), proposal.encoding())
            : Stream.of(
                text("data.format.delimited", delimiter(proposal.delimiter())),
                proposal.encoding(),
                text(proposal.header() ? "data.format.header" : "data.format.no-header"));
    return parts.filter(p -> !p.isEmpty()).collect(Collectors.joining(" · "));
  }

  String delimiter(String delimiter) {
    return switch (delimiter) {
      case "," -> text("data.delimiter.comma");
      case ";" -> text("data.delimiter.semicolon");
      case "\t" -> text("data.delimiter.tab");
      case "|" -> text("data.delimiter.bar");
      case " " -> text("data.delimiter.blank");
      default -> delimiter;
    };
  }

  String size(long bytes) {
    if (bytes < KILO) {
      return formats.number(bytes) + " B";
    }
    return bytes < KILO * KILO
        ? formats.number(bytes / KILO) + " KB"
        : formats.number(Math.round(bytes * 10.0 / KILO / KILO) / 10.0) + " MB";
  }

  /// Rows of an import in one line, for the list.
  String counts(ImportStatus status) {
    return status.counts().rows() == 0
        ? Formats.UNKNOWN
        : text(
            "data.import.counts",
            formats.number(status.counts().rows()),
            formats.number(status.counts().bad()));
  }

  /// A duration in whole seconds or minutes.
  String rest(long seconds) {
    return seconds < 90
        ? text("data.rest.seconds", Math.max(1, seconds))
        : text("data.rest.minutes", (seconds + 30) / 60);
  }
}
