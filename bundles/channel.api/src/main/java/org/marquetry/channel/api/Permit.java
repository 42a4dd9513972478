package org.marquetry.channel.api;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;

/// The contact policy's leave to send one message to one person. Nobody else can make one.
public final class Permit {
  /// What messages are for unless it is said.
  public static final String MARKETING = "marketing";

  /// What messages to people of the shop are for, who only look at them.
  public static final String TEST = "test";

  private static final String POLICY = "org.marquetry.campaign.policy";
  private static final int LONGEST = 64;

  private final CampaignId campaign;
  private final String step;
  private final CustomerId customer;
  private final String purpose;
  private final Instant at;
  private final boolean preview;

  private Permit(
      CampaignId campaign,
      String step,
      CustomerId customer,
      String purpose,
      Instant at,
      boolean preview) {
    this.campaign = campaign;
    this.step = step;
    this.customer = customer;
    this.purpose = purpose;
    this.at = at;
    this.preview = preview;
  }

  /// Make a permit.
  ///
  /// @param policy the lookup of a class of the contact policy, which only that class can give away
  /// @param step part of the campaign, 1 to 64 characters, for example `first`
  /// @param purpose what the message is for, as consent is given, 1 to 64 characters
  /// @param at when it is sent
  /// @param preview whether the message must not leave this machine, since consent is not recorded
  /// @throws IllegalArgumentException if the lookup is not the contact policy's
  public static Permit mint(
      MethodHandles.Lookup policy,
      CampaignId campaign,
      String step,
      CustomerId customer,
      String purpose,
      Instant at,
      boolean preview) {
    if (!policy.hasFullPrivilegeAccess() || !policy.lookupClass().getPackageName().equals(POLICY)) {
      throw new IllegalArgumentException(
          "only " + POLICY + " permits a send, got " + policy.lookupClass().getName());
    }
    check("step", step);
    check("purpose", purpose);
    return new Permit(campaign, step, customer, purpose, at, preview);
  }

  private static void check(String name, String value) {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          name + " must have 1 to " + LONGEST + " characters, got " + value.length());
    }
  }

  public CampaignId campaign() {
    return campaign;
  }

  public String step() {
    return step;
  }

  public CustomerId customer() {
    return customer;
  }

  /// What the message is for; the person can end messages of this kind.
  public String purpose() {
    return purpose;
  }

  public Instant at() {
    return at;
  }

  /// Whether the message must not leave this machine.
  public boolean preview() {
    return preview;
  }

  @Override
  public String toString() {
    return "Permit[" + campaign + " " + step + " " + customer + (preview ? " preview]" : "]");
  }
}
