package org.marquetry.copy.grammar;

import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.CopyLanguage;

/// The length that a text may have.
final class Length {
  private static final String GSM_BEYOND_ASCII = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";
  private static final String NOT_GSM = "`";

  private Length() {}

  static boolean fits(String text, Brief brief) {
    int limit = brief.channel().limit(brief.language());
    if (brief.channel() == Channel.SMS && !gsm(text)) {
      limit = Channel.SMS.limit(CopyLanguage.ZH);
    }
    return text.codePointCount(0, text.length())
        <= Math.min(limit, brief.maxLength().orElse(limit));
  }

  private static boolean gsm(String text) {
    return text.chars()
        .allMatch(c ->
            (c >= ' ' && c < 127 && NOT_GSM.indexOf(c) < 0)
                || c == '\n'
                || GSM_BEYOND_ASCII.indexOf(c) >= 0);
  }
}
