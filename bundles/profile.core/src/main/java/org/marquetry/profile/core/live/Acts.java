package org.marquetry.profile.core.live;

import java.util.Arrays;
import java.util.List;
import org.marquetry.shop.api.EventTypes;

/// What a customer did or was sent, besides trades: a number for each event, earliest first. A
/// number holds seconds since 1970, the type and the product.
///
/// Kept are the newest [#MOST], and of these what lies at most [#DAYS] days before the last moment
/// that anything of the customer was received: enough for every window that a segment may ask for.
public final class Acts {
  /// Days that are kept.
  public static final int DAYS = 400;

  /// Events that are kept of one customer.
  static final int MOST = 5_000;

  /// The highest number of a type.
  public static final int MAX_TYPE = 31;

  /// The highest number of a product, a bit mask.
  public static final int MAX_PRODUCT = (1 << 23) - 1;

  /// Types with a number of their own in every state; types of the shop's own follow. The first
  /// stands for those that are too many.
  static final List<String> TYPES =
      List.of(
          "",
          EventTypes.VIEWED,
          EventTypes.SEARCHED,
          EventTypes.CARTED,
          EventTypes.UNCARTED,
          EventTypes.REVIEWED,
          EventTypes.POSTED,
          EventTypes.EXPOSED,
          EventTypes.SENT,
          EventTypes.DELIVERED,
          EventTypes.OPENED,
          EventTypes.CLICKED,
          EventTypes.REDEEMED,
          EventTypes.BOUNCED,
          EventTypes.COMPLAINED,
          EventTypes.UNSUBSCRIBED,
          EventTypes.CONSENTED,
          EventTypes.ANSWERED);

  private static final int PRODUCT_BITS = 23;
  private static final int SECOND_SHIFT = 28;
  private static final long DAY_SECONDS = 86_400;

  static final Acts NONE = new Acts(new long[0], Long.MIN_VALUE);

  private final long[] packed;
  private final long received;

  private Acts(long[] packed, long received) {
    this.packed = packed;
    this.received = received;
  }

  /// Take acts as they are.
  ///
  /// @param packed in order
  static Acts of(long[] packed, long received) {
    return new Acts(packed, received);
  }

  /// The numbers, earliest first; not to be changed.
  public long[] packed() {
    return packed;
  }

  /// When anything of the customer was received last, seconds since 1970.
  public long received() {
    return received;
  }

  static long pack(long seconds, int type, int product) {
    return seconds << SECOND_SHIFT | (long) type << PRODUCT_BITS | product;
  }

  /// No act of this second or later is below it, no earlier one above.
  public static long earliest(long seconds) {
    return pack(seconds, 0, 0);
  }

  /// When it happened, seconds since 1970.
  public static long seconds(long act) {
    return act >> SECOND_SHIFT;
  }

  /// The number of its type.
  public static int type(long act) {
    return (int) (act >> PRODUCT_BITS) & MAX_TYPE;
  }

  /// The number of its product; 0 = none.
  public static int product(long act) {
    return (int) act & MAX_PRODUCT;
  }

  /// Join with what came, and let go of what is too old or too much.
  ///
  /// @param came its first `length` numbers, in any order
  /// @param at when the latest of what came was received, seconds since 1970
  Acts and(long[] came, int length, long at) {
    long[] all = Arrays.copyOf(packed, packed.length + length);
    System.arraycopy(came, 0, all, packed.length, length);
    Arrays.sort(all);
    long now = Math.max(received, at);
    long oldest = earliest(now - DAYS * DAY_SECONDS);
    int from = Math.max(0, all.length - MOST);
    while (from < all.length && all[from] < oldest) {
      from++;
    }
    return new Acts(from == 0 ? all : Arrays.copyOfRange(all, from, all.length), now);
  }
}
