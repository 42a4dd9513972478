package org.marquetry.channel.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// Answers for the mails in the folder. Whose a mail is says its signed link; for a mail without
/// one, its address.
@Provider("outbox")
@Component(configurationPid = "org.marquetry.channel.outbox")
public final class OutboxPersonalData implements PersonalData {
  private static final String STORE = "outbox";

  private final Path folder;
  private final String place;

  @Activate
  public OutboxPersonalData(BundleContext context, OutboxConfig config) {
    this(
        OutboxChannel.folder(context, config),
        config.folder().isBlank() ? "outbox" : config.folder());
  }

  /// @param place the folder as a declaration names it
  OutboxPersonalData(Path folder, String place) {
    this.folder = folder;
    this.place = place;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        STORE,
        List.of(place),
        List.of(
            "address", "name and words of the mail", "customer id in the link and the file name"),
        "Mails that were written instead of sent.",
        "Until deleted by hand or erased; of a mail that was written a hash of campaign, step and"
            + " customer stays, so that it is never written twice.");
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    List<StoredRecord> records = new ArrayList<>();
    mails(mail -> {
      if (isTo(mail, person)) {
        String text = Files.readString(mail.file(), StandardCharsets.ISO_8859_1);
        String file = folder.relativize(mail.file()).toString();
        records.add(new StoredRecord(STORE, "mail", Map.of("file", file, "mail", text)));
      }
    });
    return records;
  }

  @Override
  public void everybody(Consumer<PersonIds> pages) {
    TreeSet<String> customers = new TreeSet<>();
    mails(mail -> mail.customer().ifPresent(customers::add));
    pages.accept(PersonIds.NONE.and(Kind.CUSTOMER, customers));
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    progress.step(new Words("发件箱", "the outbox"));
    long[] erased = {0};
    mails(mail -> {
      if (progress.cancelled()) {
        throw new JobStopped();
      }
      if (isTo(mail, erasure.person())) {
        Files.deleteIfExists(mail.file());
        sync(Objects.requireNonNull(mail.file().getParent()));
        erased[0]++;
      }
    });
    return erased[0];
  }

  private static boolean isTo(StoredMail mail, PersonIds person) {
    if (mail.customer().isPresent()) {
      return person.of(Kind.CUSTOMER).contains(mail.customer().get());
    }
    return mail.to()
        .filter(to -> person.of(Kind.EMAIL).stream().anyMatch(to::equalsIgnoreCase))
        .isPresent();
  }

  /// What is done with one mail.
  private interface Visitor {
    void see(StoredMail mail) throws IOException;
  }

  private void mails(Visitor visitor) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = walk.filter(StoredMail::isMail).sorted().toList();
      }
      for (Path file : files) {
        see(file, visitor);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the outbox " + folder + " cannot be read: " + e, e);
    }
  }

  private static void see(Path file, Visitor visitor) throws IOException {
    try {
      visitor.see(StoredMail.read(file));
    } catch (NoSuchFileException gone) {
      // a file under its first name got its last one, or somebody took it away
    }
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
