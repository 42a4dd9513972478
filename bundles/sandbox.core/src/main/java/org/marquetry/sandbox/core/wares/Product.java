package org.marquetry.sandbox.core.wares;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// One thing that the shop sells.
///
/// @param id at most 16 letters, digits and hyphens; begins with the family
/// @param family products of one family are one model in other colours (food: other flavours)
/// @param cut shape; of food, the flavour
/// @param accent second colour, of the pattern
/// @param material of food, how it is packed
/// @param sizes the variants, one stock each; empty when it comes in one size
/// @param cost what the shop pays for it
/// @param name no two products of a catalogue have the same
public record Product(
    String id,
    String family,
    Kind kind,
    Brand brand,
    Style style,
    Words cut,
    Colour colour,
    Colour accent,
    Pattern pattern,
    Words material,
    List<String> sizes,
    Money price,
    Money cost,
    Quality quality,
    Words name,
    Words description) {
  public Product {
    sizes = List.copyOf(sizes);
  }

  Product described(Words words) {
    return new Product(
        id, family, kind, brand, style, cut, colour, accent, pattern, material, sizes, price, cost,
        quality, name, words);
  }

  public Category category() {
    return kind.category();
  }

  /// What a `productChanged` event says about it, in the shop's language; the other language stands
  /// in attributes of its own, so that a search in it finds the product too.
  public Map<String, String> properties(Language language) {
    Language other = language == Language.ZH ? Language.EN : Language.ZH;
    Map<String, String> all = new LinkedHashMap<>();
    all.put("title", name.in(language.locale()));
    all.put("category", category().words().in(language.locale()));
    all.put("subcategory", kind.words().in(language.locale()));
    all.put("brand", brand.words().in(language.locale()));
    all.put("description", description.in(language.locale()));
    if (kind.isColoured()) {
      all.put("colour", colour.words().in(language.locale()));
      all.put("pattern", pattern.words().in(language.locale()));
    }
    all.put(kind.isColoured() ? "cut" : "flavour", cut.in(language.locale()));
    all.put(kind.isColoured() ? "material" : "packing", material.in(language.locale()));
    all.put("style", style.words().in(language.locale()));
    all.put("family", family);
    if (!sizes.isEmpty()) {
      all.put("sizes", String.join(", ", sizes));
    }
    all.put(other == Language.ZH ? "titleZh" : "titleEn", name.in(other.locale()));
    return all;
  }
}
