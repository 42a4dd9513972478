package org.marquetry.copy.mail;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Every version of every mail design, in the operational store. Reading the newest versions asks
/// no database; a change is on disk when the call returns.
@Component(service = MailDesignStore.class)
public final class MailDesignStore {
  private static final String COLUMNS = "SELECT v.* FROM mail_design_version v ";

  private final Database database;
  private final InstantSource clock;
  private final Versions<SavedMailDesign> newest;

  @Activate
  public MailDesignStore(@Reference Databases databases, @Reference InstantSource clock) {
    database =
        Actor.SYSTEM.call(
            () -> databases.open(MailDesignStore.class, List.of("0001-mail-designs.sql")));
    this.clock = clock;
    newest =
        new Versions<>(
            new Words("邮件模板", "mail design"),
            MailDesigns.MAX_DESIGNS,
            database.transaction(s ->
                s.query(
                    COLUMNS
                        + "WHERE version = (SELECT max(version) FROM mail_design_version n WHERE"
                        + " n.id = v.id)",
                    MailDesignStore::saved)));
  }

  private static SavedMailDesign saved(Row row) {
    return new SavedMailDesign(
        row.string("id"),
        row.intValue("version"),
        DesignText.read(row.string("name"), row.string("design")),
        Act.valueOf(row.string("act")),
        row.instant("at"),
        row.string("by_actor"));
  }

  Versions<SavedMailDesign> newest() {
    return newest;
  }

  /// The newest first.
  List<SavedMailDesign> history(String id) {
    return database.transaction(
        s -> s.query(COLUMNS + "WHERE id = ? ORDER BY version DESC", MailDesignStore::saved, id));
  }

  synchronized SavedMailDesign create(MailDesign design) {
    newest.requireRoom();
    String id = "m-" + UUID.randomUUID().toString().substring(0, 8);
    newest.requireFree(design.name(), id);
    return add(id, 1, design, Act.CREATED);
  }

  /// @param version the one that the change began with
  synchronized SavedMailDesign change(String id, int version, MailDesign design, Act act) {
    newest.require(id, version);
    if (act != Act.DELETED) {
      newest.requireFree(design.name(), id);
    }
    return add(id, version + 1, design, act);
  }

  private SavedMailDesign add(String id, int version, MailDesign design, Act act) {
    SavedMailDesign saved =
        new SavedMailDesign(id, version, design, act, clock.instant(), Actor.current().name());
    database.transaction(s ->
        s.update(
            "INSERT INTO mail_design_version (id, version, name, design, act, at, by_actor) VALUES"
                + " (?, ?, ?, ?, ?, ?, ?)",
            id,
            version,
            design.name(),
            DesignText.write(design),
            act.name(),
            saved.at(),
            saved.by()));
    return newest.put(saved);
  }
}
