package org.marquetry.ui.extensions;

import org.marquetry.ui.api.BundleTexts;
import org.marquetry.ui.api.TextContribution;
import org.osgi.service.component.annotations.Component;

/// The texts.
@Component(service = TextContribution.class)
public final class ExtensionsTexts extends BundleTexts {}
