package org.marquetry.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.marquetry.data.api.PictureWork;
import org.marquetry.data.api.PictureWork.Failure;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.ui.api.FileDrop;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.ProductAddress;

/// Pictures of many products: those whose addresses the shop told, or a zip file; how the work
/// stands, and what came of the last one.
final class PicturesDialog extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final transient DataServices services;
  private final transient Formats formats;
  private transient List<Failure> shown = List.of();
  private final Paragraph waiting = new Paragraph();
  private final Button fetch = new Button();
  private final Paragraph next = new Paragraph();
  private final Div work = new Div();
  private final Div failures = new Div();

  PicturesDialog(DataServices services, Formats formats) {
    this.services = services;
    this.formats = formats;
    setHeaderTitle(getTranslation("data.pictures"));
    setWidth("44rem");
    setId("pictures");
    addClassName("shell-help");
    waiting.setId("pictures-waiting");
    next.setId("pictures-next");
    next.addClassName("shell-subtitle");
    work.setId("pictures-work");
    failures.setId("picture-failures");
    fetch.setText(getTranslation("data.pictures.fetch"));
    fetch.setId("pictures-fetch");
    fetch.addClickListener(e -> {
      services.catalogue().fetchPictures();
      show(look());
    });
    FileDrop zip = PictureUploads.zip(services.catalogue(), () -> show(look()));
    zip.translate();
    Button close = new Button(getTranslation("data.close"), e -> close());
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(close);
    add(waiting, fetch, zip, work, failures, next);
    show(look());
    services.live().watch(work, PERIOD, this::look, this::show);
  }

  private PictureWork look() {
    return services.catalogue().pictureWork();
  }

  private void show(PictureWork now) {
    waiting.setText(
        getTranslation("data.pictures.waiting", now.waiting(), formats.number(now.waiting())));
    boolean running = now.job().filter(j -> !j.state().isOver()).isPresent();
    fetch.setVisible(now.waiting() > 0 && !running);
    next.setText(
        now.next()
            .map(at -> getTranslation("data.pictures.next", formats.dateTime(at)))
            .orElse(""));
    failures(now);
    work.removeAll();
    now.job()
        .ifPresent(job -> {
          if (running) {
            running(job);
          } else if (job.state() == JobStatus.State.DONE) {
            work.add(
                new Paragraph(
                    getTranslation("data.pictures.last", formats.dateTime(job.changedAt()))));
            result(job.result());
          } else {
            work.add(new Paragraph(getTranslation("data.pictures.stopped")));
          }
        });
  }

  private void failures(PictureWork now) {
    if (now.failures().equals(shown)) {
      return;
    }
    shown = now.failures();
    failures.removeAll();
    if (shown.isEmpty()) {
      return;
    }
    Grid<Failure> grid = Lists.grid("failure-grid");
    grid.addComponentColumn(f -> Lists.link(ProductAddress.of(f.product()), f.product().value()))
        .setHeader(getTranslation("data.pictures.failure.product"))
        .setWidth("8rem")
        .setFlexGrow(1);
    grid.addComponentColumn(this::why)
        .setHeader(getTranslation("data.pictures.failure.why"))
        .setWidth("14rem")
        .setFlexGrow(3);
    grid.addColumn(f ->
            getTranslation(
                "data.pictures.failure.tries",
                f.tries(),
                formats.dateTime(f.triedAt()),
                formats.dateTime(f.next())))
        .setHeader(getTranslation("data.pictures.failure.when"))
        .setWidth("12rem")
        .setFlexGrow(2);
    grid.setItems(shown);
    failures.add(new H3(getTranslation("data.pictures.failures")), grid);
  }

  /// The reason, and below it the address and what exactly, in English.
  private Div why(Failure failure) {
    Span exactly = new Span(failure.address() + ": " + failure.detail());
    exactly.addClassName("mq-note");
    exactly.getElement().setAttribute("lang", "en");
    return new Div(
        new Div(
            getTranslation(
                failure.reason().map(PictureUploads::key).orElse("data.pictures.unreachable"))),
        exactly);
  }

  private void running(JobStatus job) {
    ProgressBar bar = new ProgressBar(0, 1, Math.clamp(job.done(), 0, 1));
    bar.getElement().setAttribute("aria-label", getTranslation("data.progress"));
    Button stop =
        new Button(
            getTranslation("data.cancel"),
            e -> {
              services.catalogue().stopPictures();
              show(look());
            });
    Div foot = new Div(new Paragraph(formats.percent(job.done())), stop);
    foot.addClassName("shell-head");
    work.add(bar, foot);
  }

  private void result(Map<String, String> result) {
    Paragraph sum =
        new Paragraph(
            getTranslation(
                "data.pictures.result",
                result.getOrDefault("kept", "0"),
                result.getOrDefault("refused", "0"),
                result.getOrDefault("unknown", "0")));
    work.add(sum);
    String first = result.getOrDefault("first", "");
    if (!first.isEmpty()) {
      Pre reasons = new Pre(first);
      reasons.addClassName("mq-code");
      reasons.getElement().setAttribute("tabindex", "0");
      work.add(reasons);
    }
  }
}
