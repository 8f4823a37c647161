package dev.docket.api;

import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/**
 * Spares validation the question, asked by reflection for every member, whether Hibernate has loaded it yet: records are
 * what is validated here.
 */
@Singleton
class AllLoaded implements TraversableResolver {

    @Override
    public boolean isReachable(
            Object object, Path.Node member, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            Object object, Path.Node member, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }
}
