package org.marquetry.copy.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailFinding;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.copy.api.UnlikeReader;
import org.marquetry.copy.api.WrittenMail;

/// Mail designs as the door takes and gives them.
final class MailAnswers {
  private MailAnswers() {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// Subject and preheader, each by language.
  record OpeningEntry(Map<String, String> subject, Optional<Map<String, String>> preheader) {
    static OpeningEntry of(MailOpening opening) {
      return new OpeningEntry(
          opening.subject().versions(), Optional.of(opening.preheader().versions()));
    }

    MailOpening toOpening() {
      return new MailOpening(new MailText(subject), new MailText(preheader.orElse(Map.of())));
    }
  }

  /// @param version of a change: the one that it began with
  record WantedMail(
      String name,
      List<String> languages,
      List<OpeningEntry> openings,
      List<BlockEntry> blocks,
      OptionalInt version) {
    MailDesign toDesign() {
      return new MailDesign(
          name,
          languages,
          openings.stream().map(OpeningEntry::toOpening).toList(),
          blocks.stream().map(BlockEntry::toBlock).toList());
    }
  }

  /// @param act what made the version
  record SavedMail(
      String id,
      int version,
      String name,
      List<String> languages,
      List<OpeningEntry> openings,
      List<BlockEntry> blocks,
      String act,
      Instant at,
      String by) {
    static SavedMail of(SavedMailDesign saved) {
      MailDesign design = saved.design();
      return new SavedMail(
          saved.id(),
          saved.version(),
          design.name(),
          design.languages(),
          design.openings().stream().map(OpeningEntry::of).toList(),
          design.blocks().stream().map(BlockEntry::of).toList(),
          word(saved.act()),
          saved.at(),
          saved.by());
    }
  }

  record SavedMailList(List<SavedMail> designs) {
    static SavedMailList of(List<SavedMailDesign> all) {
      return new SavedMailList(all.stream().map(SavedMail::of).toList());
    }
  }

  /// @param version of the design's history
  record FormerMail(int version) {}

  /// @param stops whether nothing may be sent with the design
  /// @param block from 1; 0: subject, or the whole mail
  /// @param line of its text, from 1; 0: the whole block
  /// @param language empty: all
  record FindingOfMail(
      String kind, boolean stops, int block, int line, String language, String zh, String en) {
    static FindingOfMail of(MailFinding finding) {
      return new FindingOfMail(
          word(finding.kind()),
          finding.stops(),
          finding.block(),
          finding.line(),
          finding.language(),
          finding.words().zh(),
          finding.words().en());
    }
  }

  record FindingsOfMail(List<FindingOfMail> findings) {}

  /// @param like what is special about the reader; empty: the one who was asked for
  /// @param made whether the reader is made up
  record WrittenMailEntry(
      String customer,
      Optional<String> like,
      boolean made,
      String language,
      String subject,
      String text,
      String html) {
    static WrittenMailEntry of(String customer, Optional<UnlikeReader> like, WrittenMail mail) {
      return new WrittenMailEntry(
          customer,
          like.map(UnlikeReader::kind).map(MailAnswers::word),
          like.map(UnlikeReader::made).orElse(false),
          mail.language(),
          mail.subject(),
          mail.text(),
          mail.html());
    }
  }

  record WrittenMailList(List<WrittenMailEntry> mails) {}
}
