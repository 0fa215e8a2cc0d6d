package jumin.demo.input;

import java.util.Map;

/**
 * 目录条目
 *
 * @param ceilings 支付标准 per unit, by level of the provider; empty when there is none
 */
public record CatalogueItem(
        String code, String name, String kind, String itemClass, String unit, Map<String, String> ceilings) {}
