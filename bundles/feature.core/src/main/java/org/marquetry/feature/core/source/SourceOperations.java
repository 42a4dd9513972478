package org.marquetry.feature.core.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.marquetry.feature.api.AvailableFeature;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureRepository;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.feature.api.FeatureTrust;
import org.marquetry.feature.api.TrustedKey;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Trust and repositories at the door.
@Component(service = {})
public final class SourceOperations {
  private static final Ops TRUST = new Ops("feature.read", FeatureSources.TRUST);
  private static final Ops INSTALL = new Ops("feature.read", "feature.install");

  private final FeatureSources sources;
  private final UploadParts parts;
  private final Served served;

  /// Body of a key to pin.
  ///
  /// @param suite whether it may replace what the suite came with
  record NewKey(String publicKey, String name, Optional<Boolean> suite) {}

  record Revocation(String reason) {}

  record Switch(boolean allowed) {}

  record NewRepository(String name, String address) {}

  record RepositoryList(List<FeatureRepository> repositories) {}

  record FeatureOffers(List<AvailableFeature> features, List<String> problems) {}

  /// @param features names, or `REPOSITORY/NAME`
  /// @param file absolute path of a new file on the suite's machine
  record ExportOrder(List<String> features, String file) {}

  /// @param stored bytes that are there
  record FeatureUpload(String id, long stored) {}

  /// @param file its path on the suite's machine, as `install` takes it
  record KeptFile(String file) {}

  record Exported(String file, List<String> features) {}

  @Activate
  public SourceOperations(
      BundleContext context, @Reference FeatureSources sources, @Reference Sources own) {
    this.sources = sources;
    this.parts = own.parts();
    this.served = Served.by(context, "feature", operations());
  }

  @Deactivate
  public void close() {
    served.close();
  }

  private List<Op> operations() {
    return List.of(
        TRUST.get(
            "trust",
            "/feature-trust",
            "Tell whose signatures are trusted, and whether unsigned features and the network are allowed",
            FeatureTrust.class,
            _ -> sources.trust()),
        TRUST.change(
            "pin",
            "POST /feature-trust/keys",
            "Trust what a publisher signs",
            NewKey.class,
            TrustedKey.class,
            true,
            this::pin),
        TRUST.change(
            "revoke",
            "POST /feature-trust/keys/{key}/revocation",
            "Trust nothing any more that a key signed; this cannot be taken back",
            Revocation.class,
            FeatureTrust.class,
            true,
            r -> trusted(() -> sources.revoke(r.path("key"), r.body(Revocation.class).reason()))),
        TRUST.change(
            "unsigned",
            "PUT /feature-trust/unsigned",
            "Say whether features that nobody signed may be installed",
            Switch.class,
            FeatureTrust.class,
            true,
            r -> trusted(() -> sources.allowUnsigned(r.body(Switch.class).allowed()))),
        TRUST.change(
            "remote",
            "PUT /feature-trust/remote",
            "Say whether repositories of the network are asked",
            Switch.class,
            FeatureTrust.class,
            true,
            r -> trusted(() -> sources.allowRemote(r.body(Switch.class).allowed()))),
        TRUST.get(
            "repositories",
            "/feature-repositories",
            "List the repositories that features come from",
            RepositoryList.class,
            _ -> new RepositoryList(sources.repositories())),
        TRUST.change(
            "addRepository",
            "POST /feature-repositories",
            "Add a folder, a one-file repository or an https address that features come from",
            NewRepository.class,
            FeatureRepository.class,
            true,
            this::addRepository),
        TRUST.change(
            "removeRepository",
            "DELETE /feature-repositories/{name}",
            "Ask a repository no longer",
            null,
            RepositoryList.class,
            true,
            this::remove),
        INSTALL.get(
            "available",
            "/available-features",
            "Ask the repositories what they offer",
            FeatureOffers.class,
            _ -> offers()),
        INSTALL.change(
            "export",
            "POST /feature-exports",
            "Write features of the repositories into one file, with their signatures",
            ExportOrder.class,
            Exported.class,
            false,
            this::export),
        INSTALL.change(
            "upload",
            "POST /feature-uploads",
            "Begin to send a .zip with a feature and its jars, or a one-file repository, up to 256 MB",
            null,
            FeatureUpload.class,
            false,
            _ -> answer(() -> Answer.ok(new FeatureUpload(parts.begin(), 0)))),
        new Op(
            "uploadContent",
            new OperationSpec(
                "PUT",
                "/feature-uploads/{id}/content",
                "Send the next part, up to 10 MB; query: offset, where it begins",
                Optional.of(Bytes.class),
                0,
                Optional.of(FeatureUpload.class),
                INSTALL.write(),
                true,
                OperationSpec.Rate.HEAVY),
            this::add),
        INSTALL.change(
            "uploadStored",
            "POST /feature-uploads/{id}/stored",
            "All parts are there: keep the file, so that it can be planned and installed",
            null,
            KeptFile.class,
            false,
            r -> answer(() -> Answer.ok(new KeptFile(parts.end(r.path("id"), sources::upload))))));
  }

  private Answer add(Request request) {
    String id = request.path("id");
    long offset = offset(request.query("offset").orElse("0"));
    byte[] part = request.body(Bytes.class).content();
    return answer(() -> Answer.ok(new FeatureUpload(id, parts.add(id, offset, part))));
  }

  private static long offset(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("offset must be a number of bytes, got " + text, e);
    }
  }

  private Answer pin(Request request) {
    NewKey key = request.body(NewKey.class);
    return answer(
        () -> Answer.ok(sources.pin(key.publicKey(), key.name(), key.suite().orElse(false))));
  }

  private Answer trusted(Runnable change) {
    return answer(() -> {
      change.run();
      return Answer.ok(sources.trust());
    });
  }

  private Answer addRepository(Request request) {
    NewRepository added = request.body(NewRepository.class);
    return answer(() -> Answer.ok(sources.add(added.name(), added.address())));
  }

  private Answer remove(Request request) {
    return answer(() -> {
      sources.remove(request.path("name"));
      return Answer.ok(new RepositoryList(sources.repositories()));
    });
  }

  private FeatureOffers offers() {
    var available = sources.available();
    return new FeatureOffers(
        available.features(), available.problems().stream().map(Words::en).toList());
  }

  private Answer export(Request request) {
    ExportOrder order = request.body(ExportOrder.class);
    Path file = absolute(order.file());
    if (order.features().isEmpty()) {
      throw new IllegalArgumentException("features must name at least one feature");
    }
    return answer(
        () -> Answer.ok(new Exported(file.toString(), sources.export(order.features(), file))));
  }

  private static Path absolute(String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) return path.normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("file is no path: " + e.getReason(), e);
    }
    throw new IllegalArgumentException("file must be an absolute path, got \"" + text + "\"");
  }

  private static Answer answer(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (FeatureException e) {
      String what = String.valueOf(e.getMessage());
      throw new ProblemException(
          switch (e.reason()) {
            case NOT_FOUND -> new Problem(404, "It is not there", what, "Look at what there is.");
            case UNTRUSTED ->
                new Problem(403, "It cannot be trusted", what, "Nothing was changed.");
            case CONFLICT, NOT_WORKING ->
                new Problem(409, "What is there does not allow it", what, "Nothing was changed.");
            case INVALID -> new Problem(422, "It is not valid", what, "Correct it.");
            case FAILED -> new Problem(500, "It failed", what, "The log of the suite says more.");
          });
    }
  }
}
