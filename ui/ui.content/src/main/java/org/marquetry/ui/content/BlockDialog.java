package org.marquetry.ui.content;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailText;
import org.marquetry.data.api.Product;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.InputDialog;

/// Changes one block.
final class BlockDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient MailServices services;
  private final transient MailDesign design;
  private final transient List<Fact> facts;
  private final transient Consumer<MailBlock> done;
  private final transient Supplier<MailBlock> result;

  /// @param facts that proposed texts may say
  BlockDialog(
      MailServices services,
      MailDesign design,
      MailBlock block,
      List<Fact> facts,
      Consumer<MailBlock> done) {
    super("content.block." + MailWords.key(block), "content.save");
    this.services = services;
    this.design = design;
    this.facts = facts;
    this.done = done;
    result = fields(block);
    if (!block.texts().isEmpty()) {
      Paragraph values =
          new Paragraph(getTranslation("content.values", String.join(", ", MailDesign.VARIABLES)));
      values.addClassName("mq-note");
      add(values);
    }
    messageBelow();
  }

  private Supplier<MailBlock> fields(MailBlock block) {
    return switch (block) {
      case MailBlock.Heading(MailText text) -> {
        MailTexts words = proposed(text, Channel.TITLE, false);
        yield () -> new MailBlock.Heading(words.value());
      }
      case MailBlock.Text(MailText text) -> {
        MailTexts words = proposed(text, Channel.MAIL_BODY, true);
        yield () -> new MailBlock.Text(words.value());
      }
      case MailBlock.Picture(String address, MailText alt, String link) -> {
        TextField where = address("block-address", "content.field.picture", address);
        MailTexts words = texts("block-text", "content.field.alt", alt, false);
        TextField to = address("block-link", "content.field.link", link);
        yield () ->
            new MailBlock.Picture(where.getValue().strip(), words.value(), to.getValue().strip());
      }
      case MailBlock.Products(List<ProductId> products, int columns) -> {
        MultiSelectComboBox<ProductId> chosen = products(products);
        IntegerField beside =
            number("block-columns", "content.field.columns", columns, MailBlock.MAX_COLUMNS);
        yield () -> new MailBlock.Products(List.copyOf(chosen.getValue()), value(beside));
      }
      case MailBlock.Recommendations(int most, int columns) -> {
        IntegerField count =
            number("block-most", "content.field.most", most, MailBlock.MAX_PRODUCTS);
        IntegerField beside =
            number("block-columns", "content.field.columns", columns, MailBlock.MAX_COLUMNS);
        yield () -> new MailBlock.Recommendations(value(count), value(beside));
      }
      case MailBlock.Button(MailText text, String link) -> {
        MailTexts words = texts("block-text", "content.field.words", text, false);
        TextField to = address("block-link", "content.field.link", link);
        yield () -> new MailBlock.Button(words.value(), to.getValue().strip());
      }
      case MailBlock.Coupon(MailText text) -> {
        MailTexts words = texts("block-text", "content.field.words", text, false);
        yield () -> new MailBlock.Coupon(words.value());
      }
      case MailBlock.Footer(MailText text, MailText unsubscribe) -> {
        MailTexts words = texts("block-text", "content.field.words", text, true);
        MailTexts end = texts("block-unsubscribe", "content.field.unsubscribe", unsubscribe, false);
        yield () -> new MailBlock.Footer(words.value(), end.value());
      }
    };
  }

  private MailTexts texts(String id, String label, MailText text, boolean lines) {
    MailTexts texts = new MailTexts(id, getTranslation(label), design.languages(), text, lines);
    add(texts);
    return texts;
  }

  private MailTexts proposed(MailText text, Channel channel, boolean lines) {
    MailTexts words = texts("block-text", "content.field.words", text, lines);
    add(
        new Proposals(
            services,
            facts,
            channel,
            design.languages(),
            (tag, piece) ->
                design.languages().stream()
                    .filter(l -> l.startsWith(tag))
                    .forEach(l -> words.set(l, piece))));
    return words;
  }

  private TextField address(String id, String label, String value) {
    TextField field = new TextField(getTranslation(label));
    field.setId(id);
    field.setWidthFull();
    field.setPlaceholder("https://");
    field.setValue(value);
    add(field);
    return field;
  }

  private IntegerField number(String id, String label, int value, int most) {
    IntegerField field = new IntegerField(getTranslation(label));
    field.setId(id);
    field.setMin(1);
    field.setMax(most);
    field.setStepButtonsVisible(true);
    field.setValue(value);
    add(field);
    return field;
  }

  private static int value(IntegerField field) {
    Integer value = field.getValue();
    if (value == null) {
      throw new Rejected(new Words("请填写数字", "a number is missing"));
    }
    return value;
  }

  private MultiSelectComboBox<ProductId> products(List<ProductId> products) {
    MultiSelectComboBox<ProductId> chosen =
        new MultiSelectComboBox<>(getTranslation("content.field.products"));
    chosen.setId("block-products");
    chosen.setWidthFull();
    Map<ProductId, String> names =
        services.catalogue().products(products).stream()
            .collect(Collectors.toConcurrentMap(Product::id, Product::called));
    chosen.setItemLabelGenerator(p -> names.getOrDefault(p, p.value()));
    chosen.setItems(query -> found(query, names), query -> (int) found(query, names).count());
    chosen.setValue(products);
    add(chosen);
    return chosen;
  }

  private Stream<ProductId> found(Query<ProductId, String> query, Map<ProductId, String> names) {
    List<ProductHit> hits =
        services.search().search(SearchRequest.of(query.getFilter().orElse(""), 50)).hits();
    hits.forEach(hit -> names.put(hit.product(), hit.title()));
    return hits.stream().map(ProductHit::product).skip(query.getOffset()).limit(query.getLimit());
  }

  @Override
  protected void submit() {
    done.accept(result.get());
  }
}
