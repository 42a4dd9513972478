package org.marquetry.privacy.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases everybody whose erasure is open, in one run: find who it is, erase store by store with
/// what is upstream first, search, and only then forget the identifiers. Each step may be repeated,
/// so a run that was cut off anywhere is simply done again.
@Component
public final class ErasureJob implements JobHandler {
  static final String KIND = "privacy.erase";

  /// Key of the job that brings a restored backup up to the erasures after it.
  static final String RESTORED = "restored-backup";

  private static final Logger log = LoggerFactory.getLogger(ErasureJob.class);

  private final Path home;
  private final Stores stores;
  private final ErasureBook book;
  private final InstantSource clock;
  private final ReentrantLock one = new ReentrantLock(); // run

  @Activate
  public ErasureJob(
      BundleContext context,
      @Reference Stores stores,
      @Reference ErasureBook book,
      @Reference InstantSource clock) {
    this(Home.of(context), stores, book, clock);
  }

  ErasureJob(Path home, Stores stores, ErasureBook book, InstantSource clock) {
    this.home = home;
    this.stores = stores;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("删除个人数据", "Erasing a person");
  }

  @Override
  public Map<String, String> run(JobContext job) throws Exception {
    while (!one.tryLock(1, TimeUnit.SECONDS)) {
      stopIfAsked(job);
    }
    try {
      checkAllRun();
      if (job.key().equals(RESTORED)) {
        new RestoredBackup(stores, book, clock).reopen();
      }
      int count = book.open().size();
      if (count > 0) {
        eraseAll(job);
      }
      return Map.of("persons", Integer.toString(count));
    } catch (JobStopped e) {
      throw e;
    } catch (IOException | RuntimeException e) { // it is tried again; people see why
      String why = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
      book.open().forEach(erasure -> book.keep(erasure.with(erasure.erased(), why)));
      throw e;
    } finally {
      one.unlock();
    }
  }

  /// At a start stores come one after the other, and one may be stopped: nobody is erased from half
  /// of them.
  private void checkAllRun() {
    List<Declaration> declared = stores.declarations();
    List<String> undeclared = new Coverage(home).undeclared(declared, book.remember(declared));
    if (!undeclared.isEmpty()) {
      throw new JobFailed(
          new Words(
              "没有正在运行的组件包负责主目录中的 " + undeclared + "；请启动保存它的组件包，或将其删除；之后会重试",
              "no running bundle answers for "
                  + undeclared
                  + " in the home; start the bundle that keeps it, or delete it; it is tried again"));
    }
  }

  private void eraseAll(JobContext job) throws IOException {
    List<OpenErasure> open = book.open();
    job.step(new Words("确认身份", "who it is"));
    open = open.stream().map(e -> e.of(stores.whole(e.person()))).toList();
    open.forEach(book::keep); // before anything is gone by which they were found
    for (PersonalData store : stores.inOrder()) {
      open = erase(store, open, job);
    }
    job.step(new Words("搜索残留", "search"));
    for (OpenErasure erasure : open) {
      search(erasure);
      stopIfAsked(job);
    }
    for (OpenErasure erasure : open) {
      book.finish(erasure, clock.instant());
      log.info("Erasure {} is done: {}", erasure.id(), erasure.erased());
    }
  }

  private List<OpenErasure> erase(PersonalData store, List<OpenErasure> open, JobContext job) {
    String name = Actor.SYSTEM.call(store::declaration).store();
    List<OpenErasure> erased =
        open.stream()
            .map(e -> {
              long count = Actor.SYSTEM.call(() -> store.erase(e.erasure(), job));
              Map<String, Long> counts = new HashMap<>(e.erased());
              counts.merge(name, count, Long::sum);
              return e.with(counts, e.message());
            })
            .toList();
    erased.forEach(book::keep);
    Actor.SYSTEM.run(() -> store.compact(job));
    stopIfAsked(job);
    return erased;
  }

  /// @throws JobFailed naming the store or the file where something still stands
  private void search(OpenErasure erasure) throws IOException {
    List<StoredRecord> left = stores.export(erasure.person());
    if (!left.isEmpty()) {
      throw new JobFailed(
          new Words(
              "此人有 " + left.size() + " 条记录重新出现或残留，第一条在 " + left.getFirst() + "；之后会重试",
              left.size()
                  + " records of the person came again or were left, the first in "
                  + left.getFirst()
                  + "; it is tried again"));
    }
    List<Path> places = new Coverage(home).searched(stores.declarations());
    List<String> files = FolderSearch.forPerson(erasure.person()).find(home, places);
    if (!files.isEmpty()) {
      throw new JobFailed(
          new Words(
              "此人的标识仍在 " + files + " 中；若有存储保留该文件，其组件包必须删除它，否则请删除该文件",
              "an identifier of the person still stands in "
                  + files
                  + "; if a store keeps that file, its bundle must erase it, else delete the file"));
    }
  }

  private static void stopIfAsked(JobContext job) {
    if (job.cancelled()) {
      throw new JobStopped();
    }
  }
}
