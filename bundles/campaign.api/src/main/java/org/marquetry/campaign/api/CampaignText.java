package org.marquetry.campaign.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.experiment.api.Design;

/// What a campaign says to those who get one of its variants and read one language. Plain text; it
/// is made safe for HTML when written. [#CODE] stands where each person's code of the offer goes.
///
/// @param variant name, 1 to 40 characters
/// @param language IETF tag, for example `zh-CN`
/// @param subject one line, 1 to 200 characters
/// @param paragraphs in order, 1 to 50, of at most 5,000 characters each
/// @param button text and address
public record CampaignText(
    String variant,
    String language,
    String subject,
    List<String> paragraphs,
    Optional<Letter.Button> button) {
  /// Where a person's code goes.
  public static final String CODE = "{{code}}";

  public CampaignText {
    paragraphs = List.copyOf(paragraphs);
    if (variant.isBlank() || variant.length() > 40 || variant.equals(Design.HOLDOUT)) {
      throw new IllegalArgumentException(
          "a variant must have 1 to 40 characters and not be called " + Design.HOLDOUT);
    }
    if (Locale.forLanguageTag(language).getLanguage().isEmpty()) {
      throw new IllegalArgumentException("language must be a tag such as zh-CN, got " + language);
    }
    if (subject.isBlank()
        || subject.length() > 200
        || subject.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a subject must be one line of 1 to 200 characters");
    }
    if (paragraphs.isEmpty()
        || paragraphs.size() > 50
        || paragraphs.stream().anyMatch(p -> p.isBlank() || p.length() > 5_000)) {
      throw new IllegalArgumentException(
          "a text must have 1 to 50 paragraphs of 1 to 5000 characters");
    }
    button.map(Letter.Button::link).ifPresent(CampaignText::requireWeb);
  }

  private static void requireWeb(URI link) {
    if (!"https".equalsIgnoreCase(link.getScheme()) && !"http".equalsIgnoreCase(link.getScheme())) {
      throw new IllegalArgumentException("a button's address must be http or https, got " + link);
    }
  }

  /// Whether it holds a place for the person's code.
  public boolean hasCode() {
    return paragraphs.stream().anyMatch(p -> p.contains(CODE));
  }
}
