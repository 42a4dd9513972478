package org.marquetry.ui.api;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ConsumerType;

/// Takes one file by drag or button, as it comes from the browser; what is refused is said below.
public final class FileDrop extends Div {
  private static final long serialVersionUID = 1L;

  /// What is done with a file; called as the user, without the tab's lock.
  @FunctionalInterface
  @ConsumerType
  public interface Taker {
    /// Take the file.
    ///
    /// @param name as the browser sent it: of the visitor's choice
    /// @return key of the sentence that says why it is refused; empty text when it was taken
    /// @throws IllegalArgumentException saying why it is refused
    /// @throws IOException if it did not come to its end
    String take(String name, InputStream content) throws IOException;
  }

  private final transient Taker taker;
  private final transient Runnable taken;
  private final String keys;
  private final long most;
  private final Upload upload = new Upload();
  private final Button button = new Button(new Icon("vaadin", "folder-open-o"));
  private final Span drop = new Span();
  private final Paragraph problem = new Paragraph();
  private transient Optional<Words> refusal = Optional.empty();
  private String refusalKey = "";

  /// @param keys prefix of the texts `.choose`, `.drop`, `.too-big`
  /// @param most bytes
  /// @param taken called in the tab when a file was taken
  public FileDrop(String keys, long most, Taker taker, Runnable taken) {
    this.keys = keys;
    this.most = most;
    this.taker = taker;
    this.taken = taken;
    addClassName("mq-drop");
    upload.setUploadButton(button);
    upload.setDropLabel(drop);
    upload.setDropLabelIcon(new Icon("vaadin", "file-add"));
    upload.setMaxFiles(1);
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setUploadHandler(new Handler());
    upload.addFileRejectedListener(e -> say(e.getErrorMessage()));
    problem.setId("upload-problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    add(upload, problem);
  }

  /// Make it the first thing of its page.
  public FileDrop primary() {
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return this;
  }

  /// Say all of it in the language of now.
  public void translate() {
    refusal.ifPresent(words -> problem.setText(words.in(getLocale())));
    if (!refusalKey.isEmpty()) {
      problem.setText(getTranslation(refusalKey));
    }
    button.setText(getTranslation(keys + ".choose"));
    drop.setText(getTranslation(keys + ".drop"));
    UploadI18N words = new UploadI18N();
    words.setError(
        new UploadI18N.Error()
            .setTooManyFiles(getTranslation("shell.upload.one"))
            .setFileIsTooBig(getTranslation(keys + ".too-big"))
            .setIncorrectFileType(getTranslation("shell.upload.failed")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(getTranslation("shell.upload.connecting"))
                    .setStalled(getTranslation("shell.upload.stalled"))
                    .setProcessing(getTranslation("shell.upload.processing"))
                    .setHeld(getTranslation("shell.upload.connecting")))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(getTranslation("shell.upload.rest") + " ")
                    .setUnknown(getTranslation("shell.upload.rest.unknown")))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(getTranslation("shell.upload.failed"))
                    .setUnexpectedServerError(getTranslation("shell.upload.failed"))
                    .setForbidden(getTranslation("shell.upload.forbidden"))));
    words.setFile(
        new UploadI18N.File()
            .setRemove(getTranslation("shell.upload.remove"))
            .setRetry(getTranslation("shell.upload.retry"))
            .setStart(getTranslation(keys + ".choose")));
    upload.setI18n(words);
  }

  private void say(String text) {
    refusal = Optional.empty();
    refusalKey = "";
    problem.setText(text);
    upload.clearFileList();
  }

  private void refuse(Refused why) {
    say("");
    refusal = why.words();
    refusalKey = why.key();
    translate();
  }

  /// Why a file was refused: in words, or by the key of a text; neither: it was taken.
  private record Refused(String key, Optional<Words> words) {
    boolean isTaken() {
      return key.isEmpty() && words.isEmpty();
    }
  }

  private final class Handler implements UploadHandler {
    private static final long serialVersionUID = 1L;

    @Override
    public long getRequestSizeMax() {
      return most;
    }

    @Override
    public long getFileSizeMax() {
      return most;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
      UI ui = event.getUI();
      Actor actor = Actor.current();
      Refused refused = refused(event);
      var _ =
          ui.access(() ->
              actor.run(() -> {
                refuse(refused);
                if (refused.isTaken()) {
                  taken.run();
                }
              }));
    }

    private Refused refused(UploadEvent event) throws IOException {
      if (event.getFileSize() > most) {
        return new Refused(keys + ".too-big", Optional.empty());
      }
      try (InputStream in = event.getInputStream()) {
        return new Refused(taker.take(event.getFileName(), in), Optional.empty());
      } catch (PermissionDenied denied) {
        return new Refused("shell.upload.forbidden", Optional.empty());
      } catch (IllegalArgumentException refused) {
        return new Refused("", Optional.of(Words.of(refused)));
      }
    }
  }
}
