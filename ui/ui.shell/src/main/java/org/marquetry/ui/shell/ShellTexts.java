package org.marquetry.ui.shell;

import org.marquetry.ui.api.BundleTexts;
import org.marquetry.ui.api.TextContribution;
import org.osgi.service.component.annotations.Component;

/// The shell's own texts.
@Component(service = TextContribution.class)
public final class ShellTexts extends BundleTexts {}
