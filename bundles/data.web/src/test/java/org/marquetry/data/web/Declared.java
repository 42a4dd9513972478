package org.marquetry.data.web;

import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.OwnTypes;

/// These declarations and no others.
record Declared(List<EventType> types) implements OwnTypes {
  @Override
  public Optional<EventType> type(String name) {
    return types.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  @Override
  public void declare(EventType type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void withdraw(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Change> history(String name) {
    return List.of();
  }
}
