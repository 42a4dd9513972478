package org.marquetry.channel.mail;

import java.util.Locale;
import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /mail-reports`: takes what mail servers report, as it came.
@Provider("mail.report")
@Component
public final class ReportOperation implements Operation {
  private final ReportBook book;

  @Activate
  public ReportOperation(@Reference ReportBook book) {
    this.book = book;
  }

  /// @param result `bounced`, `complained` or `unknown`
  record Taken(String result) {}

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/mail-reports",
        "Take a mail server's report of a bounce (RFC 3464) or complaint (RFC 5965): the whole mail",
        Optional.of(Bytes.class),
        0,
        Optional.of(Taken.class),
        "data.write",
        true,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    ReportBook.Result result = book.enter(request.body(Bytes.class).content());
    return Answer.ok(new Taken(result.name().toLowerCase(Locale.ROOT)));
  }
}
