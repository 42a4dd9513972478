package org.marquetry.data.catalogue;

import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.PictureWork;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.platform.api.jobs.JobStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The work on pictures, for programs: `POST /pictures/fetch` starts it, `GET /pictures` looks.
final class PictureOperations {
  private PictureOperations() {}

  private static Answer work(Catalogue catalogue) {
    PictureWork work = catalogue.pictureWork();
    return Answer.ok(
        new ProductAnswers.Work(
            work.waiting(),
            work.job().map(j -> j.state().name()),
            work.job().map(JobStatus::done).orElse(0.0),
            work.job().map(JobStatus::result).orElse(Map.of()),
            work.failures().stream().map(ProductAnswers.Failed::of).toList(),
            work.next()));
  }

  /// `GET /pictures`.
  @Provider("pictures.show")
  @Component(service = Operation.class)
  public static final class Show implements Operation {
    private final Catalogue catalogue;

    @Activate
    public Show(@Reference Catalogue catalogue) {
      this.catalogue = catalogue;
    }

    @Override
    public OperationSpec spec() {
      return OperationSpec.get(
          "/pictures",
          "How many pictures wait to be read, and how the work stands",
          ProductAnswers.Work.class,
          Catalogue.READ);
    }

    @Override
    public Answer handle(Request request) {
      return work(catalogue);
    }
  }

  /// `POST /pictures/fetch`.
  @Provider("pictures.fetch")
  @Component(service = Operation.class)
  public static final class Fetch implements Operation {
    private final Catalogue catalogue;

    @Activate
    public Fetch(@Reference Catalogue catalogue) {
      this.catalogue = catalogue;
    }

    @Override
    public OperationSpec spec() {
      return new OperationSpec(
          "POST",
          "/pictures/fetch",
          "Read the pictures whose addresses the shop has told",
          Optional.empty(),
          0,
          Optional.of(ProductAnswers.Work.class),
          Catalogue.WRITE,
          true,
          OperationSpec.Rate.NORMAL);
    }

    @Override
    public Answer handle(Request request) {
      catalogue.fetchPictures();
      return work(catalogue);
    }
  }
}
