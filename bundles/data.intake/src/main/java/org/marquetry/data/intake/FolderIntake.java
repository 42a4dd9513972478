package org.marquetry.data.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.marquetry.data.api.Intake;
import org.marquetry.data.api.IntakeFailed;
import org.marquetry.data.api.IntakeOptions;
import org.marquetry.data.api.IntakeReport;
import org.marquetry.data.api.Problem;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.BatchLoader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Reads a folder into the warehouse.
@Provider("intake")
@Component
public final class FolderIntake implements Intake {
  private final BatchLoader loader;
  private final InstantSource time;

  @Activate
  public FolderIntake(@Reference BatchLoader loader, @Reference InstantSource time) {
    this.loader = loader;
    this.time = time;
  }

  @Override
  public IntakeReport read(Path folder, IntakeOptions options, Progress progress) {
    Instant now = time.instant();
    Path root = folder.toAbsolutePath().normalize();
    try (Staging staging = new Staging(loader)) {
      return new Import(staging, options, progress, now).run(root);
    } catch (StagingFailed e) {
      throw noPlace(String.valueOf(e.getMessage()), e);
    }
  }

  private static IntakeFailed noPlace(String what, Exception cause) {
    return new IntakeFailed(
        new Problem(
            "the warehouse",
            Words.reported(what),
            new Words(
                "请在那里腾出磁盘空间，或用 --home 指定其他主目录；没有写入任何内容",
                "free some disk space there, or name another home with --home; nothing was loaded")),
        cause);
  }
}
