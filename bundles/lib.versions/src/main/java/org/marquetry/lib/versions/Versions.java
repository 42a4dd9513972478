package org.marquetry.lib.versions;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.shop.api.Words;

/// The newest version of each thing of one kind, as the owner's table holds them. Many threads may
/// read; one at a time checks and puts.
///
/// @param <S> one version
public final class Versions<S extends Saved> {
  private final Words kind;
  private final int most;
  private final Map<String, S> newest = new ConcurrentHashMap<>();

  /// @param kind what one is called, without an article
  /// @param most how many there may be that are not deleted
  /// @param newest of each thing
  public Versions(Words kind, int most, List<S> newest) {
    this.kind = kind;
    this.most = most;
    newest.forEach(this::put);
  }

  /// Also of a deleted thing.
  public Optional<S> find(String id) {
    return Optional.ofNullable(newest.get(id));
  }

  /// @throws Rejected if there is none
  public S known(String id) {
    return find(id)
        .orElseThrow(() ->
            new Rejected(
                new Words("没有" + kind.zh() + " " + id, "there is no " + kind.en() + " " + id)));
  }

  /// Those that are not deleted, by name.
  public List<S> list() {
    return newest.values().stream()
        .filter(saved -> !saved.isDeleted())
        .sorted(
            Comparator.comparing((S s) -> s.name().toLowerCase(Locale.ROOT))
                .thenComparing(Saved::id))
        .toList();
  }

  /// Those that are deleted, the latest first.
  public List<S> deleted() {
    return newest.values().stream()
        .filter(Saved::isDeleted)
        .sorted(Comparator.comparing(Saved::at).reversed())
        .toList();
  }

  /// @throws Rejected if there are as many as there may be
  public void requireRoom() {
    if (list().size() >= most) {
      throw new Rejected(
          new Words("最多只能有 " + most + " 个", "there are " + most + ", which is the most"));
    }
  }

  /// @param id whose name it may be
  /// @throws Rejected if another thing has the name, in any case of letters
  public void requireFree(String name, String id) {
    boolean taken =
        list().stream().anyMatch(s -> !s.id().equals(id) && s.name().equalsIgnoreCase(name));
    if (taken) {
      throw new Rejected(
          new Words(
              "已有名为“" + name + "”的" + kind.zh(),
              "another " + kind.en() + " is called " + name + " already"));
    }
  }

  /// The newest version, which a change began with.
  ///
  /// @throws Rejected if there is no such thing
  /// @throws VersionConflict if there is a newer one
  public S require(String id, int version) {
    S now = known(id);
    if (now.version() != version) {
      throw new VersionConflict(now);
    }
    return now;
  }

  /// One version of a thing's history.
  ///
  /// @throws Rejected if there is no such version
  public static <S extends Saved> S former(List<S> history, int version) {
    return history.stream()
        .filter(saved -> saved.version() == version)
        .findFirst()
        .orElseThrow(
            () -> new Rejected(new Words("没有版本 " + version, "there is no version " + version)));
  }

  /// A version is in the owner's table.
  public S put(S saved) {
    newest.put(saved.id(), saved);
    return saved;
  }
}
