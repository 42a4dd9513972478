package org.marquetry.search.lucene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings titles and queries into one written form before they are cut into words.
///
/// Full-width letters become plain ones, character entities become characters, thousands separators
/// go, and a number is parted from its unit, whose spellings become one (`36"`, `36 inches`,
/// `36-in.` all give `36 in`).
final class TextForm {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("inch", "in"),
          Map.entry("inches", "in"),
          Map.entry("foot", "ft"),
          Map.entry("feet", "ft"),
          Map.entry("yard", "yd"),
          Map.entry("yards", "yd"),
          Map.entry("gallon", "gal"),
          Map.entry("gallons", "gal"),
          Map.entry("quart", "qt"),
          Map.entry("ounce", "oz"),
          Map.entry("ounces", "oz"),
          Map.entry("pound", "lb"),
          Map.entry("pounds", "lb"),
          Map.entry("lbs", "lb"),
          Map.entry("volt", "v"),
          Map.entry("volts", "v"),
          Map.entry("watt", "w"),
          Map.entry("watts", "w"),
          Map.entry("amp", "a"),
          Map.entry("amps", "a"),
          Map.entry("millimeter", "mm"),
          Map.entry("centimeter", "cm"),
          Map.entry("meter", "m"),
          Map.entry("liter", "l"),
          Map.entry("litre", "l"),
          Map.entry("gram", "g"),
          Map.entry("grams", "g"),
          Map.entry("packs", "pack"),
          Map.entry("pk", "pack"),
          Map.entry("pieces", "piece"),
          Map.entry("pcs", "piece"),
          Map.entry("pc", "piece"),
          Map.entry("毫升", "ml"),
          Map.entry("升", "l"),
          Map.entry("千克", "kg"),
          Map.entry("公斤", "kg"),
          Map.entry("克", "g"),
          Map.entry("毫米", "mm"),
          Map.entry("厘米", "cm"),
          Map.entry("寸", "in"),
          Map.entry("英寸", "in"));

  private static final String UNIT_WORDS =
      "inches|inch|in|feet|foot|ft|yards|yard|yd|gallons|gallon|gal|quart|qt|ounces|ounce|oz|pounds|pound|lbs|lb"
          + "|volts|volt|v|watts|watt|w|amps|amp|a|millimeter|mm|centimeter|cm|meter|m|liter|litre|l|ml|grams|gram|g|kg"
          + "|packs|pack|pk|pieces|piece|pcs|pc|btu|gpm|gpf|cfm|hp|mil|light|ct|ton|gauge"
          + "|毫升|升|千克|公斤|克|毫米|厘米|英寸|寸";

  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
  private static final Pattern QUOTE_INCH = Pattern.compile("(?<=\\d)\\s?(?:\"|''|”|″)");
  private static final Pattern QUOTE_FOOT = Pattern.compile("(?<=\\d)\\s?(?:'|’|′)(?!\\w)");
  private static final Pattern TIMES =
      Pattern.compile("(?<=[\\d\"'a-z.])\\s*(?:x|×|\\*|\\bby\\b)\\s*(?=\\d)");
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?<![\\p{L}\\d./])(\\d+(?:[.-]\\d+)?(?:/\\d+)?)[\\s-]*("
              + UNIT_WORDS
              + ")(?![a-z])\\.?");

  private TextForm() {}

  static String of(String raw) {
    String text =
        Normalizer.normalize(entities(raw), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    text = THOUSANDS.matcher(text).replaceAll("");
    text = QUOTE_INCH.matcher(text).replaceAll(" in ");
    text = QUOTE_FOOT.matcher(text).replaceAll(" ft ");
    text = TIMES.matcher(text).replaceAll(" x ");
    return MEASURE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + " " + unit(m.group(2)) + " "));
  }

  /// Return the measures of a text in written form, each as one token: `36in`, `1.5gal`.
  static List<String> measures(String form) {
    List<String> measures = new ArrayList<>();
    Matcher matcher = MEASURE.matcher(form);
    while (matcher.find()) {
      measures.add(matcher.group(1) + unit(matcher.group(2)));
    }
    return measures;
  }

  private static String unit(String word) {
    return UNITS.getOrDefault(word, word);
  }

  private static String entities(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    return raw.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
