package org.marquetry.copy.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.copy.api.UnlikeReader;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.copy.mail.MailAnswers.FindingOfMail;
import org.marquetry.copy.mail.MailAnswers.FindingsOfMail;
import org.marquetry.copy.mail.MailAnswers.FormerMail;
import org.marquetry.copy.mail.MailAnswers.SavedMail;
import org.marquetry.copy.mail.MailAnswers.SavedMailList;
import org.marquetry.copy.mail.MailAnswers.WantedMail;
import org.marquetry.copy.mail.MailAnswers.WrittenMailEntry;
import org.marquetry.copy.mail.MailAnswers.WrittenMailList;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.CustomerId;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Mail designs at the door for programs. Calls the services through the gate, as the actor who
/// sent the request.
@Component(
    service = {},
    immediate = true)
public final class MailOperations {
  private static final Ops OPS = new Ops("copy.read", "copy.write");

  private final MailDesigns designs;
  private final Mails mails;
  private final Served served;

  @Activate
  public MailOperations(
      BundleContext context, @Reference MailDesigns designs, @Reference Mails mails) {
    this.designs = designs;
    this.mails = mails;
    served = Served.by(context, "mails", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "list",
            "/mail-designs",
            "List mail designs, by name; query: deleted (true: those that are deleted)",
            SavedMailList.class,
            r ->
                SavedMailList.of(
                    r.query("deleted").map(Boolean::parseBoolean).orElse(false)
                        ? designs.deleted()
                        : designs.list())),
        OPS.get(
            "get",
            "/mail-designs/{id}",
            "Tell a design",
            SavedMail.class,
            r -> SavedMail.of(known(r))),
        OPS.get(
            "history",
            "/mail-designs/{id}/history",
            "List every version of a design, newest first",
            SavedMailList.class,
            r -> SavedMailList.of(designs.history(known(r).id()))),
        OPS.get(
            "check",
            "/mail-designs/{id}/check",
            "Tell what speaks against sending a design without an offer",
            FindingsOfMail.class,
            this::check),
        new Ops("profile.read", "profile.read")
            .get(
                "render",
                "/mail-designs/{id}/render",
                "Write a design for a customer, or for five unlike ones; query: customer (id),"
                    + " opening (which subject, from 1)",
                WrittenMailList.class,
                this::render),
        OPS.change(
            "add",
            "POST /mail-designs",
            "Save a new design",
            WantedMail.class,
            SavedMail.class,
            false,
            r -> Answer.ok(SavedMail.of(designs.create(r.body(WantedMail.class).toDesign())))),
        OPS.change(
            "change",
            "PUT /mail-designs/{id}",
            "Save a new version of a design",
            WantedMail.class,
            SavedMail.class,
            true,
            r -> Answer.ok(change(r))),
        OPS.change(
            "remove",
            "DELETE /mail-designs/{id}",
            "Delete a design; it can be restored",
            null,
            SavedMail.class,
            true,
            r -> Answer.ok(remove(r))),
        OPS.change(
            "restore",
            "POST /mail-designs/{id}/restore",
            "Take a deleted design or a former version back",
            FormerMail.class,
            SavedMail.class,
            false,
            r ->
                Answer.ok(
                    SavedMail.of(
                        designs.restore(known(r).id(), r.body(FormerMail.class).version())))));
  }

  private SavedMailDesign known(Request request) {
    return Ops.known(request, designs::find, "mail design", "/mail-designs");
  }

  private SavedMail change(Request request) {
    String id = known(request).id();
    WantedMail wanted = request.body(WantedMail.class);
    int version = Ops.version(wanted.version());
    return SavedMail.of(designs.change(id, version, wanted.toDesign()));
  }

  private SavedMail remove(Request request) {
    SavedMailDesign now = known(request);
    return SavedMail.of(designs.delete(now.id(), now.version()));
  }

  private FindingsOfMail check(Request request) {
    return new FindingsOfMail(
        designs.check(known(request).design(), List.of()).stream().map(FindingOfMail::of).toList());
  }

  private WrittenMailList render(Request request) {
    MailDesign design = known(request).design();
    int opening = request.query("opening").map(Integer::parseInt).orElse(1) - 1;
    Optional<CustomerId> customer = request.query("customer").map(CustomerId::new);
    List<UnlikeReader> unlike = customer.isPresent() ? List.of() : mails.unlike(design);
    List<MailReader> readers =
        customer
            .map(c -> mails.readers(design, List.of(c)))
            .orElseGet(() -> unlike.stream().map(UnlikeReader::reader).toList());
    List<WrittenMail> written = mails.write(design, opening, List.of(), readers);
    List<WrittenMailEntry> answers = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      answers.add(
          WrittenMailEntry.of(
              readers.get(i).customer().value(),
              unlike.isEmpty() ? Optional.empty() : Optional.of(unlike.get(i)),
              written.get(i)));
    }
    return new WrittenMailList(answers);
  }
}
