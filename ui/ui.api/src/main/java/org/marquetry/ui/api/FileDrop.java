package org.marquetry.ui.data;

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
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.PermissionDenied;

/// Takes one file by drag or button, as it comes from the browser; what is refused is said below.
final class FileDrop extends Div {
  private static final long serialVersionUID = 1L;

  /// What is done with a file; called as the user, without the tab's lock.
  interface Taker {
    /// Take the file.
    ///
    /// @return key of the sentence that says why it is refused; empty text when it was taken
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
  private String refusal = "";

  /// @param keys prefix of the texts `.choose`, `.drop`, `.too-big`
  /// @param most bytes
  /// @param taken called in the tab when a file was taken
  FileDrop(String keys, long most, Taker taker, Runnable taken) {
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
  FileDrop primary() {
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return this;
  }

  void translate() {
    if (!refusal.isEmpty()) {
      problem.setText(getTranslation(refusal));
    }
    button.setText(getTranslation(keys + ".choose"));
    drop.setText(getTranslation(keys + ".drop"));
    UploadI18N words = new UploadI18N();
    words.setError(
        new UploadI18N.Error()
            .setTooManyFiles(getTranslation("data.upload.one"))
            .setFileIsTooBig(getTranslation(keys + ".too-big"))
            .setIncorrectFileType(getTranslation("data.upload.failed")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(getTranslation("data.upload.connecting"))
                    .setStalled(getTranslation("data.upload.stalled"))
                    .setProcessing(getTranslation("data.upload.processing"))
                    .setHeld(getTranslation("data.upload.connecting")))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(getTranslation("data.upload.rest") + " ")
                    .setUnknown(getTranslation("data.upload.rest.unknown")))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(getTranslation("data.upload.failed"))
                    .setUnexpectedServerError(getTranslation("data.upload.failed"))
                    .setForbidden(getTranslation("data.upload.forbidden"))));
    words.setFile(
        new UploadI18N.File()
            .setRemove(getTranslation("data.upload.remove"))
            .setRetry(getTranslation("data.upload.retry"))
            .setStart(getTranslation(keys + ".choose")));
    upload.setI18n(words);
  }

  private void say(String text) {
    refusal = "";
    problem.setText(text);
    upload.clearFileList();
  }

  /// @param key of the text that says why; empty: it was taken
  private void refuse(String key) {
    say(key.isEmpty() ? "" : getTranslation(key));
    refusal = key;
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
      String refused = refused(event);
      var _ =
          ui.access(() ->
              actor.run(() -> {
                refuse(refused);
                if (refused.isEmpty()) {
                  taken.run();
                }
              }));
    }

    private String refused(UploadEvent event) throws IOException {
      if (event.getFileSize() > most) {
        return keys + ".too-big";
      }
      try (InputStream in = event.getInputStream()) {
        return taker.take(event.getFileName(), in);
      } catch (PermissionDenied denied) {
        return "data.upload.forbidden";
      }
    }
  }
}
