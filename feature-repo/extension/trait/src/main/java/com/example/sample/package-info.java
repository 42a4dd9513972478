/// Points of customers, as a trait that segments may ask for.
@NullMarked
package com.example.sample;

import org.jspecify.annotations.NullMarked;
