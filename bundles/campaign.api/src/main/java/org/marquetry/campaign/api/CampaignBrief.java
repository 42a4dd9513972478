package org.marquetry.campaign.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.experiment.api.Design;
import org.marquetry.placement.api.ArmQuestion;
import org.marquetry.shop.api.CampaignId;

/// What a campaign is to be. Immutable; made by [#builder].
public final class CampaignBrief {
  /// The part of a campaign that goes out first.
  public static final String STEP = "first";

  private static final List<Design.Share> ONE = List.of(new Design.Share("message", 1));

  private final CampaignId id;
  private final Goal goal;
  private final Benefit benefit;
  private final Economics economics;
  private final Optional<ArmQuestion> variants;
  private final List<Design.Share> test;
  private final String channel;
  private final Purpose purpose;
  private final int priority;
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
    variants = Optional.ofNullable(b.variants);
    test = List.copyOf(b.test);
    purpose = b.purpose;
    priority = b.priority;
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
    if (variants.isPresent() && test.size() > 1) {
      throw new IllegalArgumentException("variants are chosen or drawn by fixed shares, not both");
    }
    if (maxRecipients < 1) {
      throw new IllegalArgumentException("maxRecipients must be >= 1, got " + maxRecipients);
    }
  }

  /// Begin a brief.
  ///
  /// @param economics what the forecast rests on
  /// @param earliest first moment at which a message may go out
  /// @param zone the shop's, for the hour of the day
  public static Builder builder(
      CampaignId id, Goal goal, Economics economics, Instant earliest, ZoneId zone) {
    return new Builder(id, goal, economics, earliest, zone);
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

  /// The message variants of which a policy chooses, and what is known about each; empty: each
  /// person's variant is drawn by fixed shares, so that they can be compared.
  public Optional<ArmQuestion> variants() {
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

  /// The split into hold-out and message, or the variants of a test.
  public Design split() {
    return new Design(id.value(), salt, holdoutShare, test);
  }

  /// The question to the contact policy.
  public ContactQuestion contact() {
    return new ContactQuestion(
        id, STEP, channel, purpose, priority, earliest, split(), cap, previewWithoutConsent);
  }

  /// Collects the parts of a brief; [#build] checks them.
  public static final class Builder {
    private final CampaignId id;
    private final Goal goal;
    private final Economics economics;
    private final Instant earliest;
    private final ZoneId zone;
    private Benefit benefit = new Benefit.None();
    private @Nullable ArmQuestion variants;
    private List<Design.Share> test = ONE;
    private String channel = "email";
    private Purpose purpose = Purpose.MARKETING;
    private int priority;
    private double holdoutShare = 0.05;
    private String salt;
    private FrequencyCap cap = FrequencyCap.USUAL;
    private int maxRecipients = Integer.MAX_VALUE;
    private boolean onlyProfitable = true;
    private boolean needsRecommendation = true;
    private boolean previewWithoutConsent;
    private @Nullable Baseline baseline;

    private Builder(CampaignId id, Goal goal, Economics economics, Instant earliest, ZoneId zone) {
      this.id = Objects.requireNonNull(id, "id");
      this.goal = Objects.requireNonNull(goal, "goal");
      this.economics = Objects.requireNonNull(economics, "economics");
      this.earliest = Objects.requireNonNull(earliest, "earliest");
      this.zone = Objects.requireNonNull(zone, "zone");
      this.salt = id.value();
    }

    /// @param value the variants of which a policy chooses
    public Builder variants(ArmQuestion value) {
      variants = value;
      return this;
    }

    /// @param value the variants that are compared; one, called `message`, unless given
    public Builder test(List<Design.Share> value) {
      test = value;
      return this;
    }

    /// @param value what it is for; marketing unless given
    public Builder purpose(Purpose value) {
      purpose = value;
      return this;
    }

    /// @param value the higher, the sooner it gets places below the caps; 0 unless given
    public Builder priority(int value) {
      priority = value;
      return this;
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
