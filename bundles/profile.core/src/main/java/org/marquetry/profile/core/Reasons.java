package org.marquetry.profile.core;

import org.marquetry.profile.core.value.BgNbdFit;
import org.marquetry.profile.core.value.Fit;
import org.marquetry.profile.core.value.GammaGammaFit;
import org.marquetry.shop.api.Words;

/// Why a model does not fit, in words.
final class Reasons {
  private Reasons() {}

  static Words words(Fit.Reason reason) {
    return switch (reason) {
      case NO_PURCHASES -> new Words("没有可用的购买记录", "there are no purchases");
      case TOO_FEW_CUSTOMERS ->
          new Words(
              "购买过的客户少于 %d 位".formatted(BgNbdFit.MIN_CUSTOMERS),
              "fewer than %d customers bought".formatted(BgNbdFit.MIN_CUSTOMERS));
      case TOO_SHORT ->
          new Words(
              "数据时间跨度不足 %d 天，无法判断客户是否会再次购买".formatted(BgNbdFit.MIN_DAYS),
              "the data cover fewer than %d days, too few to see who comes back"
                  .formatted(BgNbdFit.MIN_DAYS));
      case TOO_FEW_RETURNING ->
          new Words(
              "回头客太少（次数模型至少需要 %d 位，金额模型至少需要 %d 位）"
                  .formatted(BgNbdFit.MIN_RETURNING, GammaGammaFit.MIN_RETURNING),
              "too few customers came back (%d are needed for frequency, %d for spend)"
                  .formatted(BgNbdFit.MIN_RETURNING, GammaGammaFit.MIN_RETURNING));
      case NO_AMOUNTS ->
          new Words("数据中没有购买金额", "the data hold no purchase amounts of returning customers");
      case HEAVY_TAIL ->
          new Words(
              "客户之间的金额差异过大，无法估计平均金额",
              "spend differs too wildly between customers for a mean to be estimated");
      case NOT_CONVERGED -> new Words("参数估计没有收敛", "the search for the parameters did not converge");
    };
  }
}
