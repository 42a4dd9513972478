package org.marquetry.ui.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.Claim;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Purpose;
import org.marquetry.ui.api.Lists;

/// Texts that the suite proposes, each phrase beside the fact it rests on.
final class Proposals extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 3;

  private final transient MailServices services;
  private final transient List<Fact> facts;
  private final Channel channel;
  private final transient BiConsumer<String, String> take;
  private final Select<Purpose> purpose = new Select<>();
  private final Select<CopyLanguage> language = new Select<>();
  private final Div found = new Div();

  /// @param facts that may be said
  /// @param take told language and text of a piece that is taken
  Proposals(
      MailServices services,
      List<Fact> facts,
      Channel channel,
      List<String> languages,
      BiConsumer<String, String> take) {
    this.services = services;
    this.facts = facts;
    this.channel = channel;
    this.take = take;
    purpose.setId("purpose");
    purpose.setLabel(getTranslation("content.propose.for"));
    purpose.setItems(Purpose.values());
    purpose.setItemLabelGenerator(p -> getTranslation("content.purpose." + MailWords.word(p)));
    purpose.setValue(Purpose.SECOND_ORDER);
    language.setId("propose-language");
    language.setLabel(getTranslation("content.propose.language"));
    List<CopyLanguage> ours =
        languages.stream()
            .flatMap(t -> Arrays.stream(CopyLanguage.values()).filter(l -> t.startsWith(l.tag())))
            .distinct()
            .toList();
    language.setItems(ours);
    language.setItemLabelGenerator(CopyLanguage::tag);
    setVisible(!ours.isEmpty());
    ours.stream().findFirst().ifPresent(language::setValue);
    Button ask = new Button(getTranslation("content.propose"), e -> show());
    ask.setId("propose");
    Div tools = new Div(purpose, language, ask);
    tools.addClassName("mq-tools");
    found.setId("proposals");
    add(tools, found);
  }

  private void show() {
    Brief brief =
        Brief.builder(purpose.getValue(), channel, language.getValue())
            .facts(facts)
            .limit(MOST)
            .build();
    List<Piece> pieces = services.writer().write(brief);
    found.removeAll();
    if (pieces.isEmpty()) {
      found.add(
          new Paragraph(
              getTranslation(
                  "content.propose.none", String.join(", ", services.writer().missing(brief)))));
      return;
    }
    UnorderedList list = new UnorderedList();
    pieces.forEach(piece -> list.add(line(piece)));
    found.add(list);
  }

  private ListItem line(Piece piece) {
    Map<String, Fact> byId =
        facts.stream().collect(Collectors.toMap(Fact::id, Function.identity()));
    MailWords words = new MailWords(this);
    String supported =
        piece.claims().stream()
            .flatMap(c ->
                Optional.ofNullable(byId.get(c.factId()))
                    .map(
                        f -> claim(piece, c) + " ← " + words.fact(f, services.formats(getLocale())))
                    .stream())
            .distinct()
            .collect(Collectors.joining("; "));
    Span facts = new Span(supported);
    facts.addClassName("mq-note");
    Button use =
        Lists.action(
            getTranslation("content.propose.take"),
            piece.text(),
            () -> take.accept(piece.language().tag(), piece.text()));
    Div text = new Div(new Span(piece.text()));
    text.getElement().setAttribute("lang", piece.language().tag());
    return new ListItem(text, facts, use);
  }

  private static String claim(Piece piece, Claim claim) {
    return piece.text().substring(claim.start(), claim.end());
  }
}
