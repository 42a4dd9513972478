package org.marquetry.channel.api;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;

/// The contact policy's leave to send one message to one person. Nobody else can make one.
public final class Permit {
  private static final String POLICY = "org.marquetry.campaign.policy";

  private final CampaignId campaign;
  private final String step;
  private final CustomerId customer;
  private final Instant at;
  private final boolean preview;

  private Permit(
      CampaignId campaign, String step, CustomerId customer, Instant at, boolean preview) {
    this.campaign = campaign;
    this.step = step;
    this.customer = customer;
    this.at = at;
    this.preview = preview;
  }

  /// Make a permit.
  ///
  /// @param policy the lookup of a class of the contact policy, which only that class can give away
  /// @param step part of the campaign, 1 to 64 characters, for example `first`
  /// @param at when it is sent
  /// @param preview whether the message must not leave this machine, since consent is not recorded
  /// @throws IllegalArgumentException if the lookup is not the contact policy's
  public static Permit mint(
      MethodHandles.Lookup policy,
      CampaignId campaign,
      String step,
      CustomerId customer,
      Instant at,
      boolean preview) {
    if (!policy.hasFullPrivilegeAccess() || !policy.lookupClass().getPackageName().equals(POLICY)) {
      throw new IllegalArgumentException(
          "only " + POLICY + " permits a send, got " + policy.lookupClass().getName());
    }
    if (step.isBlank() || step.length() > 64) {
      throw new IllegalArgumentException("step must have 1 to 64 characters, got " + step.length());
    }
    return new Permit(campaign, step, customer, at, preview);
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
