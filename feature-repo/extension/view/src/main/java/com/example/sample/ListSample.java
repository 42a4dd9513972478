package com.example.sample;

import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /api/v1/ext/sample/notes`.
@Provider("sample.list")
@Component
public final class ListSample implements Operation {
  private static final int MOST = 100;

  private final SampleNotes notes;

  @Activate
  public ListSample(@Reference SampleNotes notes) {
    this.notes = notes;
  }

  /// The answer.
  public record NoteList(List<Note> notes) {}

  /// One of them.
  public record Note(String customer, String words, String at) {}

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/ext/sample/notes", "List the newest notes", NoteList.class, "profile.read");
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(
        new NoteList(
            notes.newest(MOST).stream()
                .map(n -> new Note(n.customer(), n.words(), n.at().toString()))
                .toList()));
  }
}
