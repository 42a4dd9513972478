package com.example.sample;

import org.marquetry.ui.api.BundleTexts;
import org.marquetry.ui.api.TextContribution;
import org.osgi.service.component.annotations.Component;

/// The texts in both languages, from the files beside this class.
@Component(service = TextContribution.class)
public final class SampleTexts extends BundleTexts {}
