package org.marquetry.copy.mail;

import java.util.List;
import java.util.function.UnaryOperator;
import org.marquetry.channel.api.Message;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailText;

/// A mail as plain text.
final class TextLayout extends Layout {
  private static final UnaryOperator<String> AS_IS = UnaryOperator.identity();

  TextLayout(MailDesign design, String language) {
    super(design, language);
  }

  @Override
  String whole() {
    StringBuilder out = new StringBuilder();
    design.blocks().forEach(block -> out.append(block(block)));
    return out.toString();
  }

  private String block(MailBlock block) {
    return switch (block) {
      case MailBlock.Heading(MailText text) -> words(text, AS_IS) + "\n\n";
      case MailBlock.Text(MailText text) -> words(text, AS_IS) + "\n\n";
      case MailBlock.Picture(var _, MailText alt, String link) ->
          words(alt, t -> t.isEmpty() ? t : "[" + t + "]\n")
              + Address.safe(link).map(a -> marks.constant(a) + "\n").orElse("")
              + "\n";
      case MailBlock.Products _, MailBlock.Recommendations _ -> products(rows(block));
      case MailBlock.Button(MailText text, String link) ->
          words(text, AS_IS)
              + Address.safe(link).map(a -> ": " + marks.constant(a)).orElse("")
              + "\n\n";
      case MailBlock.Coupon(MailText text) -> {
        int there = hasCode();
        yield Marks.open(there)
            + words(text, t -> t.isEmpty() ? t : t + "\n")
            + value(FactNames.OFFER_CODE, AS_IS)
            + "\n\n"
            + Marks.close(there);
      }
      case MailBlock.Footer(MailText text, MailText unsubscribe) ->
          "-- \n"
              + words(text, AS_IS)
              + "\n"
              + words(unsubscribe, t -> t.isEmpty() ? t : t + ": ")
              + Message.UNSUBSCRIBE
              + "\n";
    };
  }

  private String products(List<List<Integer>> rows) {
    StringBuilder out = new StringBuilder();
    rows.stream().flatMap(List::stream).forEach(cell -> out.append(product(cell)));
    return out.toString();
  }

  private String product(int cell) {
    int there = has(cell);
    return Marks.open(there)
        + "* "
        + field(cell, Filling.Item::title, AS_IS)
        + field(cell, Filling.Item::price, p -> p.isEmpty() ? p : " · " + p)
        + "\n"
        + field(cell, Filling.Item::why, w -> w.isEmpty() ? w : "  " + w + "\n")
        + field(cell, Filling.Item::link, l -> l.isEmpty() ? l : "  " + l + "\n")
        + "\n"
        + Marks.close(there);
  }
}
