package org.marquetry.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Optional;
import java.util.function.Supplier;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.shop.api.VersionConflict;

/// What else can be done with a saved segment: copy, export, delete.
final class SegmentMenu extends Div {
  private static final long serialVersionUID = 1L;

  private final transient SegmentServices services;
  private final transient Supplier<Optional<SavedSegment>> segment;
  private final transient Runnable deleted;

  SegmentMenu(
      SegmentServices services, Supplier<Optional<SavedSegment>> segment, Runnable deleted) {
    this.services = services;
    this.segment = segment;
    this.deleted = deleted;
    addClassName("mq-tools");
  }

  void show() {
    removeAll();
    segment
        .get()
        .filter(s -> !s.isDeleted())
        .ifPresent(saved -> {
          if (Actor.current().may("segment.write")) {
            Anchor copy =
                new Anchor(
                    SegmentPage.address(SegmentPage.NEW) + "?copy=" + saved.id(),
                    getTranslation("profile.segment.copy"));
            copy.getElement().setAttribute("router-link", true);
            copy.setId("copy");
            add(copy);
          }
          if (Actor.current().may("segment.export")) {
            add(export(saved));
          }
          if (Actor.current().may("segment.write")) {
            Button delete = new Button(getTranslation("profile.segment.delete"));
            delete.setId("delete");
            delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            delete.addClickListener(e -> delete(saved));
            add(delete);
          }
        });
  }

  private Anchor export(SavedSegment saved) {
    Actor actor = Actor.current();
    Anchor export =
        new Anchor(
            (DownloadHandler) new SegmentCsv(services.segments(), saved, actor)::download,
            getTranslation("profile.segment.export"));
    export.setId("export");
    return export;
  }

  private void delete(SavedSegment saved) {
    try {
      services.segments().delete(saved.id(), saved.version());
      Notification.show(getTranslation("profile.segment.deleted", saved.name()));
      deleted.run();
    } catch (VersionConflict changed) {
      Notification.show(getTranslation("profile.segment.conflict"));
    } catch (IllegalArgumentException named) {
      Notification.show(getTranslation("profile.segment.delete.named"));
    }
  }
}
