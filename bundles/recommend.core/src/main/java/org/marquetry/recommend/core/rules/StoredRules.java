package org.marquetry.recommend.core.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.access.api.Audit;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RecommendationRules;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.shop.api.Saved.Act;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The shop's rules of recommendations.
@Provider("stored")
@Component
public final class StoredRules implements RecommendationRules {
  private final RuleStore store;
  private final Audit audit;

  @Activate
  public StoredRules(@Reference RuleStore store, @Reference Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  @Override
  public List<SavedRule> list() {
    return store.newest().list();
  }

  @Override
  public List<SavedRule> deleted() {
    return store.newest().deleted();
  }

  @Override
  public Optional<SavedRule> find(String id) {
    return store.newest().find(id);
  }

  @Override
  public List<SavedRule> history(String id) {
    return store.history(id);
  }

  @Override
  public SavedRule create(RecommendationRule rule) {
    return noted("recommend.createRule", store.create(rule));
  }

  @Override
  public SavedRule change(String id, int version, RecommendationRule rule) {
    return noted("recommend.changeRule", store.change(id, version, rule, Act.CHANGED));
  }

  @Override
  public SavedRule delete(String id, int version) {
    SavedRule now = store.newest().known(id);
    return noted("recommend.deleteRule", store.change(id, version, now.rule(), Act.DELETED));
  }

  @Override
  public SavedRule restore(String id, int version) {
    SavedRule now = store.newest().known(id);
    SavedRule former = Versions.former(store.history(id), version);
    return noted(
        "recommend.restoreRule", store.change(id, now.version(), former.rule(), Act.RESTORED));
  }

  private SavedRule noted(String act, SavedRule saved) {
    audit.note(
        new Audit.Act(
            act,
            "recommendRule/" + saved.id(),
            Map.of("name", saved.name(), "version", Integer.toString(saved.version()))));
    return saved;
  }
}
