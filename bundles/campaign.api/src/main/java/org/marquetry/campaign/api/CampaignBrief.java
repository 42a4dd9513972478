package org.marquetry.campaign.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.experiment.api.Design;
import org.marquetry.placement.api.ArmQuestion;
import org.marquetry.shop.api.CampaignId;

/// What a campaign is to be. Immutable; made by [#builder].
public final class CampaignBrief {
  private final CampaignId id;
  private final Goal goal;
  private final Benefit benefit;
  private final Economics economics;
  private final ArmQuestion variants;
  private final String channel;
  private final Instant earliest;
  private final ZoneId zone;
  private final double holdoutShare;
  private final String salt;
  private final FrequencyCap cap;
  private final int maxRecipients;
  private final boolean onlyProfitable;
  private final boolean needsRecommendation;
  private final boolean previewWithoutConsent;
  private final @Nullable Baseline baseline;

  private CampaignBrief(Builder b) {
    id = b.id;
    goal = b.goal;
    benefit = b.benefit;
    economics = b.economics;
    variants = b.variants;
    channel = b.channel;
    earliest = b.earliest;
    zone = b.zone;
    holdoutShare = b.holdoutShare;
    salt = b.salt;
    cap = b.cap;
    maxRecipients = b.maxRecipients;
    onlyProfitable = b.onlyProfitable;
    needsRecommendation = b.needsRecommendation;
    previewWithoutConsent = b.previewWithoutConsent;
    baseline = b.baseline;
    if (!(holdoutShare >= 0 && holdoutShare < 1)) {
      throw new IllegalArgumentException("holdoutShare must be in [0, 1), got " + holdoutShare);
    }
    if (maxRecipients < 1) {
      throw new IllegalArgumentException("maxRecipients must be >= 1, got " + maxRecipients);
    }
  }

  /// Begin a brief.
  ///
  /// @param economics what the forecast rests on
  /// @param variants the message variants and what is known about each
  /// @param earliest first moment at which a message may go out
  /// @param zone the shop's, for the hour of the day
  public static Builder builder(
      CampaignId id,
      Goal goal,
      Economics economics,
      ArmQuestion variants,
      Instant earliest,
      ZoneId zone) {
    return new Builder(id, goal, economics, variants, earliest, zone);
  }

  public CampaignId id() {
    return id;
  }

  public Goal goal() {
    return goal;
  }

  public Benefit benefit() {
    return benefit;
  }

  public Economics economics() {
    return economics;
  }

  public ArmQuestion variants() {
    return variants;
  }

  public String channel() {
    return channel;
  }

  public Instant earliest() {
    return earliest;
  }

  public ZoneId zone() {
    return zone;
  }

  public double holdoutShare() {
    return holdoutShare;
  }

  public FrequencyCap cap() {
    return cap;
  }

  public int maxRecipients() {
    return maxRecipients;
  }

  /// Whether customers whose message is expected to lose money are left out.
  public boolean onlyProfitable() {
    return onlyProfitable;
  }

  public boolean needsRecommendation() {
    return needsRecommendation;
  }

  /// Whether messages to people of whom no consent is recorded are written as a preview that does
  /// not leave this machine.
  public boolean previewWithoutConsent() {
    return previewWithoutConsent;
  }

  /// What is measured without the campaign, for the question what the hold-out can detect.
  public Optional<Baseline> baseline() {
    return Optional.ofNullable(baseline);
  }

  /// The split into hold-out and message.
  public Design split() {
    return new Design(
        id.value(), salt, holdoutShare, java.util.List.of(new Design.Share("message", 1)));
  }

  /// The question to the contact policy.
  public ContactQuestion contact() {
    return new ContactQuestion(id, "first", channel, earliest, split(), cap, previewWithoutConsent);
  }

  /// Collects the parts of a brief; [#build] checks them.
  public static final class Builder {
    private final CampaignId id;
    private final Goal goal;
    private final Economics economics;
    private final ArmQuestion variants;
    private final Instant earliest;
    private final ZoneId zone;
    private Benefit benefit = new Benefit.None();
    private String channel = "email";
    private double holdoutShare = 0.05;
    private String salt;
    private FrequencyCap cap = FrequencyCap.USUAL;
    private int maxRecipients = Integer.MAX_VALUE;
    private boolean onlyProfitable = true;
    private boolean needsRecommendation = true;
    private boolean previewWithoutConsent;
    private @Nullable Baseline baseline;

    private Builder(
        CampaignId id,
        Goal goal,
        Economics economics,
        ArmQuestion variants,
        Instant earliest,
        ZoneId zone) {
      this.id = Objects.requireNonNull(id, "id");
      this.goal = Objects.requireNonNull(goal, "goal");
      this.economics = Objects.requireNonNull(economics, "economics");
      this.variants = Objects.requireNonNull(variants, "variants");
      this.earliest = Objects.requireNonNull(earliest, "earliest");
      this.zone = Objects.requireNonNull(zone, "zone");
      this.salt = id.value();
    }

    public Builder benefit(Benefit value) {
      benefit = value;
      return this;
    }

    /// @param value name of the channel; `email` unless given
    public Builder channel(String value) {
      channel = value;
      return this;
    }

    /// @param value share of reachable customers that get nothing, in [0, 1); 0.05 unless given
    public Builder holdoutShare(double value) {
      holdoutShare = value;
      return this;
    }

    /// @param value what makes this split independent of others; the campaign's id unless given
    public Builder salt(String value) {
      salt = value;
      return this;
    }

    public Builder cap(FrequencyCap value) {
      cap = value;
      return this;
    }

    /// @param value most people who get the message, at least 1; no limit unless given
    public Builder maxRecipients(int value) {
      maxRecipients = value;
      return this;
    }

    /// @param value false: also customers whose message is expected to lose money
    public Builder onlyProfitable(boolean value) {
      onlyProfitable = value;
      return this;
    }

    /// @param value false: the message also goes to customers without a recommendation
    public Builder needsRecommendation(boolean value) {
      needsRecommendation = value;
      return this;
    }

    public Builder previewWithoutConsent(boolean value) {
      previewWithoutConsent = value;
      return this;
    }

    public Builder baseline(Baseline value) {
      baseline = value;
      return this;
    }

    public CampaignBrief build() {
      return new CampaignBrief(this);
    }
  }
}
