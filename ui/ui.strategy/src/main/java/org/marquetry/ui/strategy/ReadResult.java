package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.experiment.api.Reading;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;

/// What a campaign brought, in a sentence, and the way to all of it.
record ReadResult(Reading reading, Formats formats) {
  List<Component> parts(Component page) {
    ResultWords words =
        new ResultWords(formats.locale(), formats.zone(), reading.experiment().plan());
    List<Component> parts = new ArrayList<>();
    ResultWords.best(reading)
        .map(arm -> words.verdict(reading, arm))
        .ifPresent(sentence -> {
          Paragraph verdict = new Paragraph(sentence);
          verdict.addClassName("verdict");
          parts.add(verdict);
        });
    parts.add(
        Lists.link(
            "experiments/" + reading.experiment().id(),
            page.getTranslation("strategy.result.open")));
    return parts;
  }
}
