package org.marquetry.shop.api;

import java.util.Set;

/// The event types that Marquetry itself understands. Shops declare more; an unknown type is kept
/// and ignored.
public final class EventTypes {
  public static final String VIEWED = "viewed";
  public static final String SEARCHED = "searched";
  public static final String CARTED = "carted";
  public static final String UNCARTED = "uncarted";
  public static final String ORDERED = "ordered";
  public static final String CANCELLED = "cancelled";
  public static final String RETURNED = "returned";
  public static final String REVIEWED = "reviewed";
  public static final String POSTED = "posted";
  public static final String EXPOSED = "exposed";

  /// A message is about to be given to a channel. It ends as [#SENT] or [#UNSENT]; one that does
  /// neither is unknown.
  public static final String SENDING = "sending";

  public static final String SENT = "sent";

  /// A message that was [#SENDING] did not go out, for certain; property [EventProperties#CODE].
  public static final String UNSENT = "unsent";

  public static final String DELIVERED = "delivered";
  public static final String OPENED = "opened";
  public static final String CLICKED = "clicked";
  public static final String REDEEMED = "redeemed";
  public static final String BOUNCED = "bounced";
  public static final String COMPLAINED = "complained";
  public static final String UNSUBSCRIBED = "unsubscribed";
  public static final String CONSENTED = "consented";
  public static final String ANSWERED = "answered";
  public static final String PRODUCT_CHANGED = "productChanged";
  public static final String CUSTOMER_CHANGED = "customerChanged";

  /// An import was loaded into the warehouse, told in every partition; property
  /// [EventProperties#BATCH]. Whoever folds the journal reads the batch's rows there.
  public static final String BATCH_LOADED = "batchLoaded";

  /// An import was taken back; property [EventProperties#BATCH].
  public static final String BATCH_UNDONE = "batchUndone";

  private static final Set<String> NOT_BY_CUSTOMER =
      Set.of(
          SENDING,
          SENT,
          UNSENT,
          DELIVERED,
          EXPOSED,
          BOUNCED,
          PRODUCT_CHANGED,
          CUSTOMER_CHANGED,
          BATCH_LOADED,
          BATCH_UNDONE);

  private static final Set<String> ALL =
      Set.of(
          VIEWED,
          SEARCHED,
          CARTED,
          UNCARTED,
          ORDERED,
          CANCELLED,
          RETURNED,
          REVIEWED,
          POSTED,
          EXPOSED,
          SENDING,
          SENT,
          UNSENT,
          DELIVERED,
          OPENED,
          CLICKED,
          REDEEMED,
          BOUNCED,
          COMPLAINED,
          UNSUBSCRIBED,
          CONSENTED,
          ANSWERED,
          PRODUCT_CHANGED,
          CUSTOMER_CHANGED);

  private EventTypes() {}

  /// Tell whether a type is one of these.
  public static boolean isKnown(String type) {
    return ALL.contains(type);
  }

  /// Tell whether the customer acts in an event of this type.
  ///
  /// @return `false` for what is done to customers and for what tells about data; `true` for types
  ///   of the shop's own
  public static boolean isByCustomer(String type) {
    return !NOT_BY_CUSTOMER.contains(type);
  }
}
