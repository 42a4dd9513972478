package org.marquetry.search.lucene;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.RowConsumer;
import org.marquetry.warehouse.api.RowMapper;
import org.marquetry.warehouse.api.Warehouse;

/// A warehouse that holds the product rows of a test in memory.
final class RecordWarehouse implements Warehouse {
  private final List<Map<String, Object>> products;

  RecordWarehouse(List<Map<String, Object>> products) {
    this.products = products;
  }

  @Override
  public <T> List<T> query(String sql, List<?> args, RowMapper<T> mapper) {
    return List.of(mapper.map(new MapRow(Map.of("n", (long) products.size()))));
  }

  @Override
  public void scan(String sql, List<?> args, RowConsumer consumer) {
    products.stream()
        .sorted((a, b) -> a.get("product_id").toString().compareTo(b.get("product_id").toString()))
        .forEach(row -> consumer.accept(new MapRow(row)));
  }

  private record MapRow(Map<String, Object> values) implements Row {
    @Override
    public boolean isNull(String column) {
      return !values.containsKey(column);
    }

    @Override
    public String string(String column) {
      return values.get(column).toString();
    }

    @Override
    public Optional<String> optString(String column) {
      return Optional.ofNullable((String) values.get(column));
    }

    @Override
    public long longValue(String column) {
      return (long) values.get(column);
    }

    @Override
    public OptionalLong optLong(String column) {
      return isNull(column) ? OptionalLong.empty() : OptionalLong.of(longValue(column));
    }

    @Override
    public double doubleValue(String column) {
      return (double) values.get(column);
    }

    @Override
    public OptionalDouble optDouble(String column) {
      return isNull(column) ? OptionalDouble.empty() : OptionalDouble.of(doubleValue(column));
    }

    @Override
    public boolean bool(String column) {
      return (boolean) values.get(column);
    }

    @Override
    public Instant instant(String column) {
      return (Instant) values.get(column);
    }

    @Override
    public Optional<Instant> optInstant(String column) {
      return Optional.ofNullable((Instant) values.get(column));
    }
  }
}
