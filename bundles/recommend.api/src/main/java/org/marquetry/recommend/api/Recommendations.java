package org.marquetry.recommend.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.osgi.annotation.versioning.ProviderType;

/// Learn from the shop's events which products go to whom, and answer from what was learned. Safe
/// for use by many threads.
@ProviderType
@Requires("recommend.read")
public interface Recommendations {
  /// Learn from the published events and answer from the result at once; the earlier model answers
  /// until then, and goes on when it was learned by the same algorithm and the new one finds
  /// clearly less.
  ///
  /// Takes seconds to minutes; tells `progress` and obeys its cancellation.
  ///
  /// @throws IllegalArgumentException if the algorithm is not installed, or an option is wrong
  @Requires("recommend.train")
  TrainResult train(TrainRequest request, Progress progress);

  /// Have [#train] done as a job, with the usual event types and options; one that runs goes on.
  ///
  /// @param algorithm one of [#algorithms]; empty: the usual one
  /// @return the job's id
  @Requires("recommend.train")
  String startTraining(Optional<String> algorithm);

  /// The models that were kept, the latest first; the models of algorithms that cannot be kept are
  /// not among them.
  List<Snapshot> snapshots();

  /// Answer from a model that was kept, as far as the events of now name its products.
  ///
  /// Takes seconds; tells `progress`.
  ///
  /// @throws IllegalArgumentException if no such snapshot is kept, or it cannot be read
  @Requires("recommend.train")
  void serve(String snapshot, Progress progress);

  /// Have [#serve] done as a job.
  ///
  /// @return the job's id
  @Requires("recommend.train")
  String startServing(String snapshot);

  /// The algorithms that are installed, by name.
  List<String> algorithms();

  /// Return the best products for a customer that the rules let through, best first, without what
  /// the customer had to do with already; what was bought comes back where a rule says so.
  ///
  /// A customer of whom nothing is known gets the popular products ([Basis#POPULARITY]).
  ///
  /// @param limit in [1, 1000]
  /// @return at most `limit` products; empty when nothing was learned yet or everything was bought
  List<Recommendation> recommend(CustomerId customer, int limit);

  /// Return the best products for somebody with these products in a basket or history, without
  /// those; unknown products are passed over.
  List<Recommendation> recommendFor(List<ProductId> history, int limit);

  /// Return what [#recommend] or [#recommendFor] does, and say what the rules did to it.
  ///
  /// @param limit in [1, 1000]
  Slate slate(Whom whom, int limit);

  /// Say where a product stands for somebody: why not this one? Looks at the whole list of the
  /// model, so it takes as long as that.
  Standing standing(Whom whom, ProductId product);

  /// Say what would be shown to somebody had they not had to do with one product: a reason, put to
  /// the test. That product itself is not shown then either.
  ///
  /// @param product which is recommended to them
  /// @param past which they had to do with
  Counterfactual without(Whom whom, ProductId product, ProductId past);

  /// How the answering model came about; empty before the first training.
  Optional<ModelCard> card();
}
