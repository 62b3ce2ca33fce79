"use strict";

SwaggerUIBundle({
  url: "/api/admin/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "none",
  filter: true,
  validatorUrl: null,
});
