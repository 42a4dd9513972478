package com.example.sample;

import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Answers for what this bundle keeps about a person.
@Provider("sample")
@Component
public final class SamplePersonalData implements PersonalData {
  private static final String STORE = "sample";

  private final SamplePoints points;
  private final Databases databases;

  @Activate
  public SamplePersonalData(@Reference SamplePoints points, @Reference Databases databases) {
    this.points = points;
    this.databases = databases;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        STORE,
        List.of("data/sql"),
        List.of("customer", "points"),
        "Segments that ask for points.",
        "Until erased; an erasure leaves nothing.");
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    return person.of(Kind.CUSTOMER).stream()
        .filter(customer -> points.of(customer).isPresent())
        .map(customer ->
            new StoredRecord(
                STORE,
                "points",
                Map.of("points", Double.toString(points.of(customer).getAsDouble()))))
        .toList();
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    return erasure.person().of(Kind.CUSTOMER).stream().mapToLong(points::erase).sum();
  }

  /// Leaves no byte of it in the files.
  @Override
  public void compact(Progress progress) {
    Actor.SYSTEM.run(databases::compact);
  }
}
