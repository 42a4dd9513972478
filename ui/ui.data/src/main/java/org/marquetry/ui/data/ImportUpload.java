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
import java.util.Optional;
import java.util.function.Consumer;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.PermissionDenied;

/// Takes one file by drag or button and stores it part by part as it comes.
final class ImportUpload extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Imports imports;
  private final Upload upload = new Upload();
  private final Button button = new Button(new Icon("vaadin", "folder-open-o"));
  private final Span drop = new Span();
  private final Paragraph problem = new Paragraph();
  private final transient Consumer<String> stored;

  /// @param stored called in the tab with the id of the import when the file is whole
  ImportUpload(Imports imports, Consumer<String> stored) {
    this.imports = imports;
    this.stored = stored;
    setId("upload");
    addClassName("mq-drop");
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    upload.setUploadButton(button);
    upload.setDropLabel(drop);
    upload.setDropLabelIcon(new Icon("vaadin", "file-add"));
    upload.setMaxFiles(1);
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setUploadHandler(new Taker());
    upload.addFileRejectedListener(e -> say(e.getErrorMessage()));
    problem.setId("upload-problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    add(upload, problem);
  }

  void translate() {
    button.setText(getTranslation("data.import.choose"));
    drop.setText(getTranslation("data.import.drop"));
    UploadI18N words = new UploadI18N();
    words.setError(
        new UploadI18N.Error()
            .setTooManyFiles(getTranslation("data.import.one"))
            .setFileIsTooBig(getTranslation("data.import.too-big"))
            .setIncorrectFileType(getTranslation("data.import.failed")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(getTranslation("data.import.connecting"))
                    .setStalled(getTranslation("data.import.stalled"))
                    .setProcessing(getTranslation("data.import.processing"))
                    .setHeld(getTranslation("data.import.connecting")))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(getTranslation("data.import.rest") + " ")
                    .setUnknown(getTranslation("data.import.rest.unknown")))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(getTranslation("data.import.failed"))
                    .setUnexpectedServerError(getTranslation("data.import.failed"))
                    .setForbidden(getTranslation("data.import.forbidden"))));
    words.setFile(
        new UploadI18N.File()
            .setRemove(getTranslation("data.import.remove"))
            .setRetry(getTranslation("data.import.retry"))
            .setStart(getTranslation("data.import.choose")));
    upload.setI18n(words);
  }

  private void say(String text) {
    problem.setText(text);
    upload.clearFileList();
  }

  private final class Taker implements UploadHandler {
    private static final long serialVersionUID = 1L;

    @Override
    public long getRequestSizeMax() {
      return Imports.MAX_BYTES;
    }

    @Override
    public long getFileSizeMax() {
      return Imports.MAX_BYTES;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
      UI ui = event.getUI();
      inTab(ui, () -> problem.setText(""));
      if (event.getFileSize() > Imports.MAX_BYTES) {
        refuse(ui, "data.import.too-big");
        return;
      }
      try (InputStream in = event.getInputStream()) {
        take(ui, event.getFileName(), in);
      } catch (PermissionDenied denied) {
        refuse(ui, "data.import.forbidden");
      }
    }

    private void take(UI ui, String name, InputStream in) throws IOException {
      byte[] part = in.readNBytes(Imports.MAX_PART);
      Optional<ImportFileKind> wrong = ImportFileKind.of(part);
      if (wrong.isPresent()) {
        refuse(ui, wrong.get().key());
        return;
      }
      if (part.length == 0) {
        refuse(ui, "data.import.empty");
        return;
      }
      String id = imports.begin(name);
      boolean whole = false;
      try {
        long offset = 0;
        while (part.length > 0) {
          offset = imports.append(id, offset, part);
          part = in.readNBytes(Imports.MAX_PART);
        }
        imports.stored(id);
        whole = true;
      } finally {
        if (!whole) {
          imports.discard(id);
        }
      }
      inTab(
          ui,
          () -> {
            upload.clearFileList();
            stored.accept(id);
          });
    }

    private void refuse(UI ui, String key) {
      inTab(ui, () -> say(getTranslation(key)));
    }

    /// Show something as the user of this request, when the tab has time.
    private static void inTab(UI ui, Runnable show) {
      Actor actor = Actor.current();
      var _ = ui.access(() -> actor.run(show));
    }
  }
}
