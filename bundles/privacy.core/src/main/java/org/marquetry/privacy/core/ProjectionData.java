package org.marquetry.privacy.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.api.projection.Projections;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Answers for the snapshots of all projections: they are made from the journal, so after an
/// erasure there they are dropped and folded anew.
@Provider("projections")
@Component
public final class ProjectionData implements PersonalData {
  private final Path folder;
  private final Projections projections;

  @Activate
  public ProjectionData(BundleContext context, @Reference Projections projections) {
    this(Home.of(context).resolve("data").resolve("projections"), projections);
  }

  ProjectionData(Path folder, Projections projections) {
    this.folder = folder;
    this.projections = projections;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "projections",
        List.of("data/projections"),
        List.of("whatever a fold of the journal keeps by customer or visitor"),
        "Fast answers: counters, profiles and lists folded from the journal.",
        "Made anew from the journal with each erasure.");
  }

  @Override
  public Layer layer() {
    return Layer.DERIVED;
  }

  /// Nothing that does not stand in the journal.
  @Override
  public List<StoredRecord> export(PersonIds person) {
    return List.of();
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    return 0;
  }

  @Override
  public void compact(Progress progress) {
    progress.step(new Words("重建投影", "the projections anew"));
    projections.renew();
    Set<Path> kept =
        projections.list().stream()
            .map(p -> folder.resolve(p.name()).resolve("v" + p.formatVersion()))
            .collect(Collectors.toSet());
    try {
      deleteAllBut(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "old snapshots in " + folder + " were not deleted: " + e.getMessage(), e);
    }
  }

  /// Snapshots of projections and formats that do not run now.
  private void deleteAllBut(Set<Path> kept) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      if (Files.isRegularFile(file) && kept.stream().noneMatch(file::startsWith)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
