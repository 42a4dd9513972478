package org.marquetry.sandbox.core.wares;

import java.util.List;
import java.util.SplittableRandom;
import org.marquetry.shop.api.Words;

/// The names that brands give to their series.
final class Series {
  private static final List<Words> ALL =
      Both.list(
          """
          拾光|Daylight, 山岚|Ridgeway, 初雪|Firstsnow, 听雨|Rainsong, 栖木|Perch, 望舒|Moonrise, 晚风|Evenwind,
          青禾|Greenfield, 云上|Cloudline, 小满|Harvest, 半夏|Midsummer, 南枝|Southbranch, 归屿|Homeisle,
          白露|Dewfall, 浮光|Glimmer, 长汀|Longshore, 松烟|Pinesmoke, 鹿野|Deerfield, 星河|Starway,
          暖冬|Emberly, 清和|Maylight, 远山|Farhill, 秋水|Stillwater, 晨露|Morningdew, 麦浪|Wheatwave,
          花朝|Blossom, 雁来|Wildgoose, 知夏|Junebug, 木棉|Kapok, 梧桐|Planetree, 海盐|Seasalt, 橘灯|Lantern,
          旧巷|Oldlane, 河畔|Riverside, 雾都|Foghorn, 竹里|Bamboo, 飞鸟|Swift, 石榴|Pomona, 银杏|Ginkgo,
          薄荷|Peppermint, 纸鸢|Paperkite, 蓝湾|Bluebay, 红豆|Redbean, 白鹭|Egret, 苍耳|Burdock, 沐光|Sunbath,
          野径|Byway, 云杉|Spruce, 港湾|Harbour, 灯塔|Lighthouse, 石桥|Stonebridge, 果园|Orchard,
          燕麦|Oatfield, 风铃|Windbell, 珊瑚|Coral, 雪松|Cedar, 潮汐|Tidal, 繁星|Manystar, 湖心|Midlake,
          鸢尾|Iris, 栀子|Gardenia, 桂影|Osmanth, 远行|Farewell, 晴空|Clearsky, 夜航|Nightferry, 南风|Southwind,
          北岸|Northbank, 东篱|Hedgerow, 西窗|Westwindow, 浅夏|Earlysummer, 深秋|Lateautumn, 春山|Springhill,
          渔火|Fisherlight, 稻香|Paddy, 棉田|Cottonfield, 沙丘|Dune, 峡湾|Fjord, 苔原|Tundra, 绿洲|Oasis,
          薰衣|Lavender, 冰川|Glacier, 牧歌|Pastoral, 序曲|Overture, 慢板|Adagio, 回声|Echo, 轻舟|Skiff,
          蒲公英|Dandelion, 满天星|Babysbreath, 向日葵|Sunflower, 三叶草|Clover, 矢车菊|Cornflower, 风信子|Hyacinth\
          """);

  private Series() {}

  /// Draw one; from the twentieth attempt on with a number, so that names do not run out.
  static Words one(SplittableRandom random, int attempt) {
    Words series = ALL.get(random.nextInt(ALL.size()));
    if (attempt < 20) {
      return series;
    }
    int number = 2 + random.nextInt(98);
    return new Words(series.zh() + number, series.en() + " " + number);
  }
}
