package org.marquetry.sandbox.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Picture;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The job that hands the catalogue pictures of its products, as a shop's owner would; what sold
/// best so far comes first. What has a picture already is left out, so a run may be repeated.
@Component
public final class DrawPictures implements JobHandler {
  static final String KIND = "sandbox.pictures";
  private static final String MOST = "most";
  private static final int PIXELS = 800;
  private static final int AT_ONCE = 16;

  private final Catalogue catalogue;
  private final ComputePool pool;

  @Activate
  public DrawPictures(@Reference Catalogue catalogue, @Reference ComputePool pool) {
    this.catalogue = catalogue;
    this.pool = pool;
  }

  /// Start it for some products, or for all.
  ///
  /// @param most how many pictures at most
  static void start(Jobs jobs, Setting setting, int most) {
    Map<String, String> arguments = new HashMap<>(setting.arguments());
    arguments.put(MOST, Integer.toString(most));
    String key = most == Integer.MAX_VALUE ? "all" : "first";
    Actor.SYSTEM.run(() -> jobs.start(new JobRequest(KIND, key, arguments, 3)));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("绘制示例商店的商品图片", "Drawing the sample shop’s product pictures");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    int most = Integer.parseInt(job.arguments().getOrDefault(MOST, "2000000"));
    List<Good> wanted = wanted(Catalogues.goods(Setting.of(job.arguments())), most);
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      int to = Math.min(wanted.size(), from + AT_ONCE);
      catalogue.keepPictures(drawn(wanted.subList(from, to)));
      job.at((double) to / wanted.size());
    }
    return Map.of("pictures", Integer.toString(wanted.size()));
  }

  private Map<ProductId, byte[]> drawn(List<Good> goods) {
    byte[][] files = new byte[goods.size()][];
    pool.parallel(files.length, i -> files[i] = Picture.bmp(goods.get(i).ware(), PIXELS));
    Map<ProductId, byte[]> byProduct = new LinkedHashMap<>();
    for (int i = 0; i < files.length; i++) {
      byProduct.put(new ProductId(goods.get(i).id()), files[i]);
    }
    return byProduct;
  }

  /// What shows no picture, best sellers first. When all are wanted, every product has been told,
  /// and those count too that the catalogue does not list yet: its list may be some seconds old.
  private List<Good> wanted(Goods goods, int most) {
    Map<String, Good> unlisted = new LinkedHashMap<>();
    if (most >= goods.all().size()) {
      goods.all().forEach(good -> unlisted.put(good.id(), good));
    }
    List<Good> listed =
        Catalogue.all(catalogue, CatalogueQuery.By.SOLD, true)
            .peek(product -> unlisted.remove(product.id().value()))
            .filter(product -> product.picture().isEmpty())
            .flatMap(product -> goods.find(product.id().value()).stream())
            .toList();
    return Stream.concat(listed.stream(), unlisted.values().stream()).limit(most).toList();
  }
}
