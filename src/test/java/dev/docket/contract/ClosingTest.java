package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: object}                              | {type: object, unevaluatedProperties: false}
            {type: [object, "null"]}                    | {type: [object, "null"], unevaluatedProperties: false}
            {properties: {a: {type: string}}}           | {properties: {a: {type: string}}, unevaluatedProperties: false}
            {$ref: "#/components/schemas/Part"}         | {$ref: "#/components/schemas/Part", unevaluatedProperties: false}
            {$ref: "#/components/schemas/Any"}          | {$ref: "#/components/schemas/Any"}
            {$ref: "#/components/schemas/Loop"}         | {$ref: "#/components/schemas/Loop"}
            {allOf: [{type: object}, {required: [a]}]}  | {allOf: [{type: object}, {required: [a]}], unevaluatedProperties: false}
            {anyOf: [{type: object}, {type: "null"}]}   | {anyOf: [{type: object}, {type: "null"}], unevaluatedProperties: false}
            {items: {type: object}}                     | {items: {type: object, unevaluatedProperties: false}}
            {prefixItems: [{type: object}]}             | {prefixItems: [{type: object, unevaluatedProperties: false}]}
            {then: {properties: {a: {type: object}}}}   | {then: {properties: {a: {type: object, unevaluatedProperties: false}}}}
            {type: object, unevaluatedProperties: true} | {type: object, unevaluatedProperties: true}
            {not: {type: object}}                       | {not: {type: object}}
            {if: {type: object}}                        | {if: {type: object}}
            {contains: {type: object}}                  | {contains: {type: object}}
            {type: string, const: object}               | {type: string, const: object}
            {description: Anything}                     | {description: Anything}
            true                                        | true
            """)
    void closesAValueThatHasMembers(String schema, String closed) {
        OpenApi contract = OpenApi.parse("""
                components:
                  schemas:
                    Part: {type: object}
                    Any: {description: Anything}
                    Loop: {anyOf: [{$ref: "#/components/schemas/Loop"}]}
                """);

        JsonNode actual = new Closing(contract, Direction.RESPONSE)
                .value(OpenApi.parse(schema).root());

        assertThat(actual).isEqualTo(OpenApi.parse(closed).root());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REQUEST  | {properties: {a: {readOnly: true}, b: {writeOnly: true}}, required: [b]}
            RESPONSE | {properties: {a: {readOnly: true}}, required: [a]}
            """)
    void excludesMembersThatTravelTheOtherWay(Direction direction, String part) {
        OpenApi schema = OpenApi.parse("{properties: {a: {readOnly: true}, b: {writeOnly: true}}, required: [a, b]}");

        assertThat(new Closing(schema, direction).part(schema.root()))
                .isEqualTo(OpenApi.parse(part).root());
    }
}
