/** The fields that OpenAPI knows, anywhere: what a misspelt one was perhaps meant to be. */
export const fieldNames: readonly string[] =
  `additionalProperties allOf allowEmptyValue allowReserved anyOf authorizationUrl basePath bearerFormat
  callbacks components consumes contact content contentType default definitions delete deprecated
  description discriminator email encoding enum example examples exclusiveMaximum exclusiveMinimum
  explode expression externalDocs externalValue flow flows format get head headers host identifier in
  info items jsonSchemaDialect license links mapping maxItems maxLength maxProperties maximum minItems
  minLength minProperties minimum multipleOf name nullable oneOf openIdConnectUrl openapi operationId
  operationRef options parameters patch pathItems paths pattern post produces properties propertyName
  put readOnly refreshUrl requestBodies requestBody required responses schema schemas schemes scheme
  scopes security securityDefinitions securitySchemes server servers style summary swagger tags
  termsOfService title tokenUrl trace type uniqueItems url value variables version webhooks wrapped
  writeOnly xml`.split(/\s+/);
