"""The article page: filters, checklist; what to take along; the glossary."""
